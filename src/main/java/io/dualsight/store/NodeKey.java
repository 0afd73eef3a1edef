package io.dualsight.store;

/**
 * Which node.
 *
 * @param cluster a DNS label
 * @param node the Kubernetes node name
 */
public record NodeKey(String cluster, String node) {}
