package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Limits;
import io.dualsight.contract.MalformedReportException;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.identity.Caller;
import io.dualsight.identity.NodeAllowance;
import io.dualsight.identity.Trespasses;
import io.dualsight.store.ReportOutline;
import io.dualsight.store.RetentionSettings;
import io.dualsight.store.Sent;
import io.dualsight.store.SentReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns lenient JSON into strict facts, or says what is wrong with it. */
@Component
class Examiner {
    private final Duration retention;
    private final NodeAllowance allowance;
    private final Trespasses trespasses;
    private final SentReader reader;

    Examiner(RetentionSettings retention, NodeAllowance allowance, Trespasses trespasses, SentReader reader) {
        this.reader = reader;
        this.retention = retention.reports();
        this.allowance = allowance;
        this.trespasses = trespasses;
    }

    /**
     * A report that this agent may send, from a time that the history has room for.
     *
     * @throws RejectedException for any other
     */
    Sent examine(ReportTree tree, Caller.Node agent, Instant now) {
        requireBounds(tree, agent);
        Sent sent = read(tree, outline -> reader.read(outline, agent.cluster()));
        requireTime(sent.origin().collectedAt(), now);
        requireAllowance(sent.origin(), agent);
        return sent;
    }

    /**
     * A report, whoever sends it and whenever it was made.
     *
     * @param cluster of a report that names none; absent where it must
     * @throws RejectedException where its form is wrong
     */
    Report read(ReportTree tree, @Nullable String cluster) {
        return read(tree, outline -> ReportReader.read(outline.whole().get(), cluster));
    }

    private static <T> T read(ReportTree tree, Function<ReportOutline, T> reading) {
        if (tree.overLimit() != null) {
            throw new RejectedException(Rejection.Kind.OVER_LIMIT, tree.overLimit());
        }
        ReportOutline outline = tree.outline();
        if (outline == null) {
            throw new RejectedException(
                    Rejection.Kind.NO_OBJECT, new FieldError("report", "something else", "a JSON object"));
        }
        try {
            return reading.apply(outline);
        } catch (MalformedReportException e) {
            throw new RejectedException(Rejection.Kind.BAD_FIELDS, e.errors());
        }
    }

    /** Asked first, of the fields as they were sent: a stranger is not told what else is wrong. */
    private void requireBounds(ReportTree tree, Caller.Node agent) {
        String cluster = tree.text("cluster");
        String node = tree.text("node");
        if (isForeign(cluster, agent.cluster()) || isForeign(node, agent.node())) {
            trespasses.note(agent, cluster, node);
        }
        requireOwn("cluster", cluster, agent.cluster());
        requireOwn("node", node, agent.node());
    }

    private static boolean isForeign(@Nullable String sent, @Nullable String own) {
        return own != null && sent != null && !own.equals(sent);
    }

    private static void requireOwn(String field, @Nullable String sent, @Nullable String own) {
        if (sent != null && isForeign(sent, own)) {
            throw new RejectedException(
                    Rejection.Kind.OUT_OF_BOUNDS,
                    new FieldError(
                            field, sent.substring(0, Math.min(sent.length(), 100)), own + ", as the token says"));
        }
    }

    private void requireAllowance(Origin origin, Caller.Node agent) {
        if (!allowance.admits(agent, origin.cluster(), origin.node())) {
            throw new RejectedException(
                    Rejection.Kind.OUT_OF_BOUNDS,
                    new FieldError(
                            "node", origin.node(), "one of the nodes that this token brought: it may bring no more"));
        }
    }

    private void requireTime(Instant collectedAt, Instant now) {
        if (collectedAt.isAfter(now.plusSeconds(Limits.FUTURE_SECONDS))) {
            throw badTime(
                    collectedAt,
                    "at most %d minutes ahead of the console's clock, %s"
                            .formatted(Limits.FUTURE_SECONDS / 60, now.truncatedTo(ChronoUnit.SECONDS)));
        }
        if (collectedAt.isBefore(now.minus(retention))) {
            throw badTime(collectedAt, "not longer ago than reports are kept, " + retention);
        }
    }

    private static RejectedException badTime(Instant collectedAt, String expected) {
        return new RejectedException(
                Rejection.Kind.BAD_FIELDS, new FieldError("collectedAt", collectedAt.toString(), expected));
    }
}
