package io.dualsight.web;

import io.dualsight.rule.Remediation;
import io.dualsight.rule.RuleTexts;
import io.dualsight.triage.Resolution;
import io.dualsight.triage.Snooze;
import io.dualsight.triage.TrackedFinding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finding in the reading API. */
final class FindingItem {

    private FindingItem() {}

    /** The fields of {@code contract.md} §3 and more, its words in English as everywhere in the API. */
    static Map<String, @Nullable Object> of(TrackedFinding finding) {
        RuleTexts texts = RuleTexts.of(Locale.ENGLISH);
        TrackedFinding.Found found = finding.found();
        TrackedFinding.State state = finding.state();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", finding.id());
        item.put("rule", found.rule());
        item.put("severity", found.severity().wire());
        item.put("status", state.status().wire());
        item.put("cluster", finding.node().cluster());
        item.put("node", finding.node().node());
        addTimes(item, finding.seen());
        addState(item, state);
        item.put("summary", texts.summary(found.rule(), found.evidence()));
        item.put("evidence", found.evidence());
        item.put("remediation", remediation(texts.fix(found.rule(), found.evidence()), found.remediation()));
        return item;
    }

    private static void addState(Map<String, @Nullable Object> item, TrackedFinding.State state) {
        item.put("regressed", state.regressed());
        item.put("assignee", state.assignee());
        item.put("snooze", state.snooze() == null ? null : snooze(state.snooze()));
        Resolution resolution = state.resolution();
        item.put("resolution", resolution == null ? null : resolution.wire());
    }

    private static void addTimes(Map<String, @Nullable Object> item, TrackedFinding.Seen seen) {
        item.put("firstSeenAt", seen.firstSeenAt());
        item.put("lastSeenAt", seen.lastSeenAt());
        item.put("openedAt", seen.openedAt());
        item.put("resolvedAt", seen.resolvedAt());
        item.put("occurrences", seen.occurrences());
        item.put("episodes", seen.episodes());
        item.put("present", seen.present());
    }

    private static Map<String, @Nullable Object> snooze(Snooze snooze) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Instant until = snooze.until();
        tree.put("until", until);
        tree.put("untilVersion", snooze.version());
        tree.put("untilVerdictChanges", snooze.verdict() != null);
        return tree;
    }

    private static Map<String, @Nullable Object> remediation(String summary, Remediation fix) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("summary", summary);
        tree.put("file", fix.file());
        tree.put("snippet", fix.snippet());
        tree.put("verify", fix.verify());
        return tree;
    }
}
