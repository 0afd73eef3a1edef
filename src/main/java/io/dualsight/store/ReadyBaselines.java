package io.dualsight.store;

import io.dualsight.contract.Report;
import java.util.Optional;

/** Knows how long nodes usually take to become Ready. It is asked for every report, so it answers from memory. */
public interface ReadyBaselines {

    /**
     * The usual Ready time by the same method, of the same kind of start as this node's last one; empty where that is not
     * known.
     */
    Optional<Usual> usual(Report report);

    /** All that is known: as long as this is equal, the same report has the same usual Ready time. */
    Object known();

    /**
     * Earlier Ready times by the same method, of the same kind of start.
     *
     * @param medianSeconds their median
     * @param samples how many there are
     */
    record Usual(double medianSeconds, int samples) {}
}
