package io.dualsight.triage;

import io.dualsight.store.BadQueryException;
import java.util.stream.Stream;

/** The orders of a list of findings. */
public enum FindingSort {
    /** Critical ones first, and of equals the one that was opened last. */
    WORST("worst"),
    /** Those that were opened last first. */
    NEWEST("newest");

    private final String parameter;

    FindingSort(String parameter) {
        this.parameter = parameter;
    }

    /** The name in a URL. */
    public String parameter() {
        return parameter;
    }

    static FindingSort of(String text) {
        return Stream.of(values())
                .filter(sort -> sort.parameter.equals(text))
                .findFirst()
                .orElseThrow(() -> new BadQueryException("sort", text, "worst or newest"));
    }
}
