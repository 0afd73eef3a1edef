package io.dualsight.cluster;

/**
 * Event: what {@link Clusters} say of a node has changed, so the node is to be judged again. Whoever listens only
 * takes it down: it may be published on the thread that watches.
 *
 * @param cluster by the name that its nodes report under
 * @param node the Kubernetes node name
 */
public record NodeViewChanged(String cluster, String node) {}
