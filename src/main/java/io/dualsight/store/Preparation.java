package io.dualsight.store;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.rule.JudgementTree;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Turns a judged report into rows, on the thread that brought it: the writer is one and its time is dear. */
final class Preparation {

    private final ReportSettings settings;

    Preparation(ReportSettings settings) {
        this.settings = settings;
    }

    /** A report that came, or the newest of its node that was judged again. */
    Incoming of(JudgedReport judged, boolean again) {
        String json = json(judged);
        String sha256 = TextDigest.hex(json + fromElsewhere(judged));
        return incoming(judged, Snapshots.of(judged.report(), judged.judgement(), sha256), () -> json, again);
    }

    /** A report that makes of its node what it is. */
    Incoming settled(JudgedReport judged, Snapshot standing) {
        return incoming(judged, standing, () -> json(judged), false);
    }

    private static String json(JudgedReport judged) {
        return Json.write(JudgementTree.of(judged.judgement(), Locale.ENGLISH));
    }

    private Incoming incoming(JudgedReport judged, Snapshot snapshot, Supplier<String> json, boolean again) {
        Sent sent = judged.sent();
        return new Incoming(sent.key(), times(judged), summary(sent, snapshot), snapshot, json, judged, again);
    }

    /** What was judged and not sent: where it changes, the node has changed. */
    private static String fromElsewhere(JudgedReport judged) {
        Report report = judged.report();
        return report == judged.sent().whole()
                ? ""
                : report.kubernetes() + " " + report.runtime().calico() + " "
                        + report.runtime().components();
    }

    /** What no agent sent is stale from the start. */
    private Incoming.Times times(JudgedReport judged) {
        Sent sent = judged.sent();
        AgentFacts agent = sent.agent();
        Instant receivedAt = UtcColumn.rounded(judged.receivedAt());
        return new Incoming.Times(
                UtcColumn.rounded(sent.origin().collectedAt()),
                receivedAt,
                sent.isWatched()
                        ? receivedAt
                        : settings.deadline(receivedAt, agent == null ? null : agent.intervalSeconds()));
    }

    private static ReportEntry.Summary summary(Sent sent, Snapshot snapshot) {
        AgentFacts agent = sent.agent();
        return new ReportEntry.Summary(
                snapshot.judged().family(),
                snapshot.ipv4().address(),
                snapshot.ipv6().address(),
                snapshot.nodeIp().configured(),
                snapshot.lastReadySeconds(),
                snapshot.platform().version(),
                agent == null ? 0 : agent.probeErrors().size());
    }
}
