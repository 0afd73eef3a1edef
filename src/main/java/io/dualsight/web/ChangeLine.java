package io.dualsight.web;

import java.util.List;

/**
 * Something that changed on a node.
 *
 * @param what in words
 * @param was what was there, item by item; "none" in words where there was nothing
 * @param is what is there now, likewise
 */
record ChangeLine(Moment at, NodeLink node, String what, List<Piece> was, List<Piece> is) {

    /**
     * One item of a value that may be a list.
     *
     * @param other whether it is an item of a list that the other side has not
     */
    record Piece(String text, boolean other) {}

    public String before() {
        return joined(was);
    }

    public String after() {
        return joined(is);
    }

    private static String joined(List<Piece> pieces) {
        return String.join(" ", pieces.stream().map(Piece::text).toList());
    }
}
