package io.dualsight.triage;

import io.dualsight.store.VersionNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Until when a finding sleeps: one of the three.
 *
 * @param until this moment; absent = not by time
 * @param version {@code !VERSION}: the node runs another version; {@code >=VERSION}: it runs at least that one; absent =
 *     not by version
 * @param verdict the node's verdict is another than this; absent = not by verdict
 */
public record Snooze(
        @Nullable Instant until,
        @Nullable String version,
        @Nullable String verdict) {

    /** What a row without any says. */
    static final Snooze NEVER = new Snooze(null, null, null);

    private static final String OTHER_THAN = "!";
    private static final String AT_LEAST = ">=";

    /** Until a moment. */
    public static Snooze until(Instant moment) {
        return new Snooze(moment, null, null);
    }

    /** Until a node runs another version than this; an absent one = than none. */
    static Snooze otherThan(@Nullable String version) {
        return new Snooze(null, OTHER_THAN + (version == null ? "" : version), null);
    }

    /** Until a node runs at least this version. */
    static Snooze atLeast(String version) {
        return new Snooze(null, AT_LEAST + version, null);
    }

    /** Until a node's verdict is another than this. */
    static Snooze whileVerdict(String verdict) {
        return new Snooze(null, null, verdict);
    }

    /** Whether a node that runs this version and has this verdict wakes it. */
    boolean wokenBy(@Nullable String nowVersion, String nowVerdict) {
        if (verdict != null) {
            return !verdict.equals(nowVerdict);
        }
        return version != null && nowVersion != null && runs(version, nowVersion);
    }

    private static boolean runs(String wanted, String now) {
        if (wanted.startsWith(OTHER_THAN)) {
            return !Objects.equals(wanted.substring(OTHER_THAN.length()), now);
        }
        OptionalLong least = VersionNumber.of(wanted.substring(AT_LEAST.length()));
        OptionalLong running = VersionNumber.of(now);
        return least.isPresent() && running.isPresent() && running.getAsLong() >= least.getAsLong();
    }
}
