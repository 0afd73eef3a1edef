package io.dualsight.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.rule.JudgementTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;

/** Turns a judged report into rows, on the thread that brought it: the writer is one and its time is dear. */
final class Preparation {

    private static final int RECENT = 1000;

    private final ReportSettings settings;

    /** A report is looked at twice, before and after it is judged; by identity, and for as long as it is around. */
    private final Cache<Report, Hashed> recent =
            Caffeine.newBuilder().weakKeys().maximumSize(RECENT).build();

    Preparation(ReportSettings settings) {
        this.settings = settings;
    }

    /** A report that came, or the newest of its node that was judged again. */
    Incoming of(JudgedReport judged, boolean again) {
        String json = json(judged);
        Snapshot snapshot = Snapshots.of(judged.report(), judged.judgement(), sha256(json + fromElsewhere(judged)));
        return incoming(judged, snapshot, () -> json, again);
    }

    /** A report that makes of its node what it is. */
    Incoming settled(JudgedReport judged, Snapshot standing) {
        return incoming(judged, standing, () -> json(judged), false);
    }

    private static String json(JudgedReport judged) {
        return Json.write(JudgementTree.of(judged.judgement(), Locale.ENGLISH));
    }

    private Incoming incoming(JudgedReport judged, Snapshot snapshot, Supplier<String> json, boolean again) {
        Report report = judged.report();
        Hashed hashed = hashed(judged.sent());
        return new Incoming(
                new NodeKey(report.origin().cluster(), report.origin().node()),
                times(judged),
                new Incoming.Content(hashed.parts(), hashed.sha256(), summary(report, snapshot)),
                snapshot,
                json,
                judged,
                again);
    }

    /** What was judged and not sent: where it changes, the node has changed. */
    private static String fromElsewhere(JudgedReport judged) {
        Report report = judged.report();
        return report == judged.sent()
                ? ""
                : report.kubernetes() + " " + report.runtime().calico() + " "
                        + report.runtime().components();
    }

    /** Of the report's facts. */
    String sha256(Report report) {
        return hashed(report).sha256();
    }

    private Hashed hashed(Report report) {
        Hashed known = recent.getIfPresent(report);
        if (known == null) {
            // Not within the cache's own computation: that would keep the other threads waiting.
            ReportParts parts = ReportParts.of(report);
            known = new Hashed(parts, sha256(parts.facts()));
            recent.put(report, known);
        }
        return known;
    }

    /** What no agent sent is stale from the start. */
    private Incoming.Times times(JudgedReport judged) {
        Report report = judged.report();
        AgentFacts agent = report.agent();
        Instant receivedAt = UtcColumn.rounded(judged.receivedAt());
        return new Incoming.Times(
                UtcColumn.rounded(report.origin().collectedAt()),
                receivedAt,
                report.isWatched()
                        ? receivedAt
                        : settings.deadline(receivedAt, agent == null ? null : agent.intervalSeconds()));
    }

    private static ReportEntry.Summary summary(Report report, Snapshot snapshot) {
        AgentFacts agent = report.agent();
        return new ReportEntry.Summary(
                snapshot.judged().family(),
                snapshot.ipv4().address(),
                snapshot.ipv6().address(),
                snapshot.nodeIp().configured(),
                snapshot.lastReadySeconds(),
                snapshot.platform().version(),
                agent == null ? 0 : agent.probeErrors().size());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has SHA-256", e);
        }
    }

    /**
     * What a report says.
     *
     * @param parts of it
     * @param sha256 of its facts
     */
    private record Hashed(ReportParts parts, String sha256) {}
}
