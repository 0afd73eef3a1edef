package io.dualsight.trend;

/**
 * What starts are told apart by.
 *
 * @param cluster of the node
 * @param roles that the node has now, joined with one blank
 * @param version of the distribution then; '' = not known
 * @param cni network plugin then; '' = not known
 * @param component whose attempt; '' for the node's own start
 */
record Facet(String cluster, String roles, String version, String cni, String component) {}
