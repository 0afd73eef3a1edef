package io.dualsight.store;

/**
 * The key of a report row.
 *
 * @param nodeId the node's row
 * @param micros when the report was collected, in microseconds since 1970
 */
record Slot(long nodeId, long micros) {

    Slot next() {
        return new Slot(nodeId, micros + 1);
    }
}
