package io.dualsight.store;

/**
 * Event: what a cluster's servers give to its other nodes has changed, so these are to be judged again.
 *
 * @param cluster by name
 */
public record ServerSettingsChanged(String cluster) {}
