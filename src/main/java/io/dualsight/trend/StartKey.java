package io.dualsight.trend;

/**
 * Which start.
 *
 * @param nodeId the node's row
 * @param method by which it is measured
 * @param key names the start among the node's: the second since 1970 at which it began, or the boot's id
 */
record StartKey(long nodeId, StartMethod method, String key) {}
