package io.dualsight.web;

/** The headers that htmx and the console speak with. */
final class Htmx {

    /** A part of a page is asked for, not a page. */
    static final String REQUEST = "HX-Request";

    /** ... unless the reader went back: then the browser has thrown the page away and wants it whole. */
    static final String HISTORY = "HX-History-Restore-Request";

    /** The address that the browser shall show. */
    static final String PUSH_URL = "HX-Push-Url";

    private Htmx() {}
}
