package io.dualsight.triage;

import org.jspecify.annotations.Nullable;

/** Somebody was quicker: the finding is not as the caller saw it. Nothing was done. */
public class FindingChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TrackedFinding current;
    private final transient @Nullable FindingEvent last;

    FindingChangedException(TrackedFinding current, @Nullable FindingEvent last) {
        super("finding " + current.id() + " has changed");
        this.current = current;
        this.last = last;
    }

    /** The finding as it is. */
    public TrackedFinding current() {
        return current;
    }

    /** What the other one did, and who it was; absent where nothing is known of it. */
    public @Nullable FindingEvent last() {
        return last;
    }
}
