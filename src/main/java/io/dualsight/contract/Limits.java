package io.dualsight.contract;

/** The sizes that a report may have. One step past a limit is refused, with the limit in the message. */
public final class Limits {
    /** Bytes of one report's JSON. */
    public static final int REPORT_BYTES = 256 * 1024;
    /** Reports in one request. */
    public static final int REPORTS_PER_REQUEST = 500;
    /** Bytes of one request, after gzip is undone. */
    public static final int REQUEST_BYTES = 8 * 1024 * 1024;
    /** Levels of objects and arrays in one report. */
    public static final int JSON_DEPTH = 16;
    /** Characters of a cluster's name: a DNS label. */
    public static final int CLUSTER_NAME = 63;
    /** Characters of a node's name: a DNS-1123 subdomain. */
    public static final int NODE_NAME = 253;
    /** Network interfaces in a report. */
    public static final int INTERFACES = 512;
    /** Addresses on one interface. */
    public static final int ADDRESSES = 512;
    /** Entries of every other list and map in a report. */
    public static final int ENTRIES = 1024;
    /** Characters of every string in a report but log lines. */
    public static final int TEXT = 4096;
    /** Log lines in a report. */
    public static final int LOG_LINES = 50;
    /** Characters of a log line. */
    public static final int LOG_LINE = 1000;
    /** How far a node's clock may be ahead of the console's, in seconds. */
    public static final int FUTURE_SECONDS = 600;

    private Limits() {}
}
