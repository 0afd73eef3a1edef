package io.dualsight.web;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.RuleTexts;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import io.dualsight.store.Criterion;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeChange;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.RuleCount;
import io.dualsight.store.VerdictMoves;
import io.dualsight.triage.FindingFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the overview into words. */
final class OverviewBuilder {

    /** As many rules as one screen of 1280 by 800 holds. */
    private static final int RULES = 5;

    private static final List<HostStack> FAMILIES =
            List.of(HostStack.IPV6_ONLY, HostStack.DUAL_STACK, HostStack.IPV4_ONLY, HostStack.NONE, HostStack.UNKNOWN);

    /**
     * What is known of the fleet.
     *
     * @param counts of all nodes
     * @param unresolved findings that are not over, by severity
     * @param wrong the first few IPv6-only nodes with an incorrect node IP
     * @param stale the nodes silent for longest, the first few
     * @param changes the newest few of the last day
     * @param rules that find something, the worst first
     * @param moves how verdicts moved in the last days
     */
    record Fleet(
            FleetStatus counts,
            Map<Severity, Long> unresolved,
            List<NodeStatus> wrong,
            List<NodeStatus> stale,
            List<NodeChange> changes,
            List<RuleCount> rules,
            List<VerdictMoves> moves) {}

    private final Fleet fleet;
    private final FleetStatus counts;
    private final Wording wording;
    private final boolean wall;
    private final RuleTexts texts;

    OverviewBuilder(Fleet fleet, Wording wording, boolean wall) {
        this.fleet = fleet;
        this.counts = fleet.counts();
        this.wording = wording;
        this.wall = wall;
        this.texts = RuleTexts.of(wording.locale());
    }

    Overview build() {
        return new Overview(
                state(),
                wrong(),
                new BetterWords(counts.verdicts(), fleet.moves(), wording).better(),
                counts(),
                rules(),
                stale(),
                new ChangeWords(wording).lines(fleet.changes()));
    }

    /** The worst that is to be said; what an admin must do first stands first. */
    private Overview.State state() {
        if (counts.total() == 0) {
            return said("unknown", wording.text("state.empty"));
        }
        return state("critical", "state.wrong", counts.incorrectNodeIp())
                .or(() -> state("critical", "state.critical", of(Verdict.CRITICAL)))
                .or(() -> state("error", "state.error", of(Verdict.ERROR)))
                .or(() -> state("stale", "state.stale", counts.stale()))
                .or(() -> state("warning", "state.warning", of(Verdict.WARNING)))
                .or(() -> state("unknown", "state.unknown", of(Verdict.UNKNOWN)))
                .orElseGet(() -> said("ok", wording.counted("state.ok", counts.total())));
    }

    private Optional<Overview.State> state(String verdict, String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(said(verdict, wording.counted(key, count)));
    }

    private Overview.State said(String verdict, String text) {
        return new Overview.State(verdict, text, wording.moment(wording.now()), counts.total() == 0, wall);
    }

    private long of(Verdict verdict) {
        return counts.verdicts().getOrDefault(verdict, 0L);
    }

    private Overview.Wrong wrong() {
        return new Overview.Wrong(
                wording.number(counts.incorrectNodeIp()),
                ListAddress.where(Criterion.INCORRECT_NODE_IP, "true"),
                fleet.wrong().stream().map(this::wrongNode).toList());
    }

    private Overview.WrongNode wrongNode(NodeStatus node) {
        List<String> right = node.nodeIp().recommended();
        return new Overview.WrongNode(
                link(node.key()),
                NodeIpCells.marked(NodeIpCells.now(node.nodeIp()), right),
                NodeIpCells.dissentingConfiguration(node.nodeIp()),
                right,
                node.judged().rules().stream()
                        .filter(RuleBook.incorrectNodeIpRules()::contains)
                        .toList(),
                wording.moment(node.seen().lastReportAt()));
    }

    private Overview.Counts counts() {
        Map<String, Long> verdicts = new LinkedHashMap<>();
        NodeListBuilder.VERDICTS.forEach(each -> verdicts.put(each.wire(), of(each)));
        Map<String, Long> families = new LinkedHashMap<>();
        FAMILIES.forEach(each -> families.put(each.wire(), counts.families().getOrDefault(each, 0L)));
        return new Overview.Counts(
                wording.counted("nodes.n", counts.total()),
                Slice.of(verdicts, wording, each -> ListAddress.where(Criterion.VERDICT, each)),
                Slice.of(families, wording, each -> ListAddress.where(Criterion.FAMILY, each)),
                Slice.ofFindings(fleet.unresolved(), wording, FindingFilter.NONE));
    }

    private List<Overview.RuleLine> rules() {
        return fleet.rules().stream()
                .limit(RULES)
                .map(each -> new Overview.RuleLine(
                        each.rule(),
                        texts.title(each.rule()),
                        each.severity().wire(),
                        wording.number(each.nodes()),
                        ListAddress.where(Criterion.RULE, each.rule())))
                .toList();
    }

    private Overview.Stale stale() {
        return new Overview.Stale(
                wording.number(counts.stale()),
                ListAddress.where(Criterion.STALE, "true"),
                fleet.stale().stream()
                        .map(node -> new Overview.StaleNode(
                                link(node.key()), wording.moment(node.seen().lastReportAt())))
                        .toList());
    }

    private static NodeLink link(NodeKey key) {
        return NodeLink.to(key.cluster(), key.node());
    }
}
