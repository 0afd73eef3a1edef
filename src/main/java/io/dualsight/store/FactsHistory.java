package io.dualsight.store;

import java.util.function.Consumer;

/** What nodes said, as long as raw reports are kept. */
public interface FactsHistory {

    /**
     * Every stored report, node by node, in one pass with constant memory. The readings of load and durations that
     * differ in every report are not stored for each of them and are left out.
     */
    void stream(Consumer<ReportFacts> each);
}
