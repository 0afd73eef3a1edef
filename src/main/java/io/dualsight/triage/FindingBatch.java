package io.dualsight.triage;

import io.dualsight.rule.Finding;
import io.dualsight.rule.Verdict;
import io.dualsight.store.KeptReport;
import io.dualsight.store.NodeKey;
import io.dualsight.store.SilentNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the reports of one transaction make of their nodes' findings. */
final class FindingBatch {

    private final Map<Long, Map<String, FindingDraft>> nodes = new HashMap<>();
    private final int enough;

    /**
     * Starts with what is there.
     *
     * @param enough good reports in a row that resolve a finding
     */
    FindingBatch(Collection<FindingRow> rows, int enough) {
        this.enough = enough;
        rows.forEach(row -> of(row.key().nodeId()).put(row.key().rule(), FindingDraft.of(row)));
    }

    private Map<String, FindingDraft> of(long nodeId) {
        return nodes.computeIfAbsent(nodeId, id -> new TreeMap<>());
    }

    List<FindingDraft> drafts() {
        return nodes.values().stream().flatMap(node -> node.values().stream()).toList();
    }

    /** By node, whether its next report is of no interest if it says the same. */
    Map<Long, Boolean> calm() {
        Map<Long, Boolean> calm = new HashMap<>();
        nodes.forEach((id, node) -> calm.put(
                id, node.values().stream().noneMatch(draft -> draft.row().waits())));
        return calm;
    }

    void take(KeptReport report) {
        Map<String, FindingDraft> node = of(report.nodeId());
        Seen seen = new Seen(report.placedAt(), report.judged().receivedAt());
        String unread = Detail.unread(report.judged().report());
        Set<String> rules = new HashSet<>();
        for (Finding finding : report.judged().judgement().findings()) {
            rules.add(finding.rule());
            if (report.different() || !stands(node.get(finding.rule()))) {
                find(
                        new FindingRow.Key(report.nodeId(), finding.rule()),
                        key(report),
                        Detail.found(finding, unread),
                        seen);
            }
        }
        for (FindingDraft draft : node.values()) {
            if (!rules.contains(draft.row().key().rule())) {
                miss(draft, report, unread);
            }
            wake(draft, report);
        }
    }

    private static boolean stands(@Nullable FindingDraft draft) {
        return draft != null && draft.row().standing().present() && !draft.row().isOver();
    }

    void take(SilentNode node) {
        Instant now = node.noticedAt();
        FindingRow.Key key = new FindingRow.Key(node.nodeId(), SilentNode.RULE);
        find(key, node.key(), Detail.found(AgentSilence.finding(node), ""), new Seen(now, now));
    }

    private void find(FindingRow.Key key, NodeKey name, FindingRow.Found found, Seen seen) {
        Map<String, FindingDraft> node = of(key.nodeId());
        FindingDraft draft = node.get(key.rule());
        if (draft == null) {
            FindingRow first = FindingRow.first(key, name, found, seen);
            node.put(key.rule(), FindingDraft.fresh(first, seen.receivedAt()));
        } else {
            draft.seen(found, seen);
        }
    }

    /** Judged again, a finding may vanish, but nothing good was reported of its node. */
    private void miss(FindingDraft draft, KeptReport report, String unread) {
        boolean silence = draft.row().key().rule().equals(SilentNode.RULE);
        Instant before = report.before().collectedAt();
        Instant lastSeen = before == null || silence ? draft.row().times().lastSeenAt() : before;
        if (!report.again() && isGood(report, draft.row(), unread)) {
            draft.missed(enough, lastSeen, report.judged().receivedAt());
        } else if (report.again() && !silence) {
            draft.vanished(lastSeen);
        }
    }

    /** Whether the rule could have found something and did not. */
    private static boolean isGood(KeptReport report, FindingRow row, String unread) {
        if (row.key().rule().equals(SilentNode.RULE)) {
            return true;
        }
        List<String> then = Arrays.asList(row.found().unread().split(" "));
        boolean sees = unread.isEmpty() || then.containsAll(Arrays.asList(unread.split(" ")));
        return sees && report.judged().judgement().verdict() != Verdict.UNKNOWN;
    }

    private static void wake(FindingDraft draft, KeptReport report) {
        Snooze snooze = draft.row().care().snooze();
        if (snooze == null || draft.row().standing().status() != FindingStatus.SNOOZED) {
            return;
        }
        String version = version(report);
        String verdict = report.judged().judgement().verdict().wire();
        if (snooze.wokenBy(version, verdict)) {
            String note = snooze.verdict() != null ? "verdict " + verdict : "version " + version;
            draft.wake(note, report.judged().receivedAt());
        }
    }

    private static @Nullable String version(KeptReport report) {
        return report.judged().report().host().distribution().version();
    }

    private static NodeKey key(KeptReport report) {
        var origin = report.judged().origin();
        return new NodeKey(origin.cluster(), origin.node());
    }
}
