package io.dualsight.trend;

import io.dualsight.store.BadQueryException;

/** Whose start attempts a failure rate is about ({@code domain.md} §6.2). */
public enum AttemptLevel {
    /** Runs of components. */
    COMPONENT,
    /** Starts of nodes: Ready in time, with every required component up. */
    NODE;

    /**
     * Reads a {@code level} parameter; blank is components.
     *
     * @throws BadQueryException where it is neither
     */
    public static AttemptLevel of(String text) {
        return switch (text.strip()) {
            case "", "component" -> COMPONENT;
            case "node" -> NODE;
            default -> throw new BadQueryException("level", text, "component or node");
        };
    }
}
