package io.dualsight.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What changes in a node's pulse with every report.
 *
 * @param revision that the writer has looked at; the row moves on from it, or not at all
 * @param collectedAt of the newest report
 * @param receivedAt of the newest report
 * @param staleAfter the last instant at which the node is not silent
 * @param newest the newest report's id and rest
 * @param factsNo of the newest report
 * @param factsLast the highest number of the node's facts
 */
record PulseRow(
        Revision revision,
        Instant collectedAt,
        Instant receivedAt,
        Instant staleAfter,
        Newest newest,
        int factsNo,
        int factsLast) {

    /**
     * A state of a node.
     *
     * @param nodeId the node's row
     * @param number counts up with every change
     */
    record Revision(long nodeId, long number) {}

    /**
     * The newest report.
     *
     * @param reportId as the agent chose it
     * @param rest what is not in its facts, as JSON
     */
    record Newest(UUID reportId, String rest) {}
}
