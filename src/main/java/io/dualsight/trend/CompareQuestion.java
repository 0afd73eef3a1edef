package io.dualsight.trend;

import org.jspecify.annotations.Nullable;

/**
 * What is compared.
 *
 * @param before one side
 * @param after the other
 * @param filter of both; its version gives way to theirs
 */
public record CompareQuestion(Side before, Side after, TrendFilter filter) {

    /**
     * One side: a version, a window, or both.
     *
     * @param version absent = any
     * @param window when
     */
    public record Side(@Nullable String version, Span.Window window) {}
}
