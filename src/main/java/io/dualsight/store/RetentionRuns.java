package io.dualsight.store;

import java.util.List;

/** Tells what retention did last. */
public interface RetentionRuns {

    /** The last run of each step, by name. */
    List<RetentionRun> all();
}
