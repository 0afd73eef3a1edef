package io.dualsight.store;

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

/** Turns a judged report into rows, on the thread that brought it: the writer is one and its time is dear. */
final class Preparation {

    private final ReportSettings settings;

    Preparation(ReportSettings settings) {
        this.settings = settings;
    }

    Incoming of(JudgedReport judged) {
        Report report = judged.report();
        String judgement = Json.write(JudgementTree.of(judged.judgement(), Locale.ENGLISH));
        Snapshot snapshot = Snapshots.of(report, judged.judgement(), sha256(judgement));
        ReportParts parts = ReportParts.of(report);
        return new Incoming(
                new NodeKey(report.origin().cluster(), report.origin().node()),
                report.origin().reportId(),
                times(judged),
                new Incoming.Content(parts, sha256(parts.facts()), summary(report, snapshot)),
                snapshot,
                judgement);
    }

    private Incoming.Times times(JudgedReport judged) {
        AgentFacts agent = judged.report().agent();
        Instant receivedAt = UtcColumn.rounded(judged.receivedAt());
        return new Incoming.Times(
                UtcColumn.rounded(judged.report().origin().collectedAt()),
                receivedAt,
                settings.deadline(receivedAt, agent == null ? null : agent.intervalSeconds()));
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
}
