package io.dualsight.triage;

import io.dualsight.rule.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications go.
 *
 * @param id names it
 * @param name what people call it
 * @param to how and where
 * @param only what it wants to hear of
 * @param enabled whether it is told anything
 * @param queue how it is doing
 */
public record Channel(long id, String name, To to, Only only, boolean enabled, Queue queue) {

    /**
     * How and where.
     *
     * @param target URL, or mail addresses joined with a comma
     * @param signed whether a secret signs what a webhook gets
     */
    public record To(ChannelKind kind, String target, boolean signed) {}

    /**
     * What it wants to hear of.
     *
     * @param least milder findings are left out
     * @param rule only of this one; absent = of all
     * @param cluster only of this one; absent = of all
     */
    public record Only(
            Severity least, @Nullable String rule, @Nullable String cluster) {

        /** Whether a finding is such. */
        public boolean wants(Severity severity, String ofRule, String ofCluster) {
            return severity.compareTo(least) >= 0
                    && (rule == null || rule.equals(ofRule))
                    && (cluster == null || cluster.equals(ofCluster));
        }
    }

    /**
     * How it is doing.
     *
     * @param waiting messages to be sent
     * @param dead messages that were given up
     * @param error why the last attempt failed; absent = nothing waits that failed
     * @param lastSentAt when it was told something last; absent = never
     */
    public record Queue(
            long waiting,
            long dead,
            @Nullable String error,
            @Nullable Instant lastSentAt) {}
}
