package io.dualsight.triage;

/**
 * A list that somebody comes back to.
 *
 * @param id names it
 * @param owner username
 * @param name what its owner calls it
 * @param shared whether others see it too
 * @param address query of the list's address
 */
public record SavedView(long id, String owner, String name, boolean shared, String address) {}
