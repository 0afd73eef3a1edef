package io.dualsight.store;

/** What became of one report that was handed to the {@link ReportStore}. */
public enum Outcome {
    /** Committed to the database. */
    STORED,
    /** Its node sent this report id before; nothing was stored twice. */
    DUPLICATE,
    /** The database refuses this one report whatever is tried; its neighbours are stored. Sending it again is vain. */
    FAILED
}
