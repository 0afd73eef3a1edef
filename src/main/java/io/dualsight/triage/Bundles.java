package io.dualsight.triage;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import io.dualsight.rule.Facts;
import io.dualsight.rule.JudgementTree;
import io.dualsight.rule.RuleBook;
import io.dualsight.store.NodeStatuses;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts together what a vendor needs to look into a finding, and nothing that tells where it comes from: the node's last
 * report under other names, and the judgement of just that report, so that whoever judges it again comes to the same.
 */
@Component
public class Bundles {

    private final NodeStatuses nodes;
    private final RuleBook rules;

    Bundles(NodeStatuses nodes, RuleBook rules) {
        this.nodes = nodes;
        this.rules = rules;
    }

    /** The bundle as a tree of JSON; empty where the node's report is no longer kept. */
    public Optional<Map<String, @Nullable Object>> of(TrackedFinding finding) {
        return nodes.lastReport(finding.node().cluster(), finding.node().node())
                .map(report -> bundle(finding, report, rules));
    }

    static Map<String, @Nullable Object> bundle(TrackedFinding finding, Report report, RuleBook rules) {
        Redaction redaction = redaction(report);
        Object redacted = redaction.tree(ReportWriter.tree(report));
        Report again = ReportReader.read(Json.read(Json.write(redacted)), null);
        Map<String, @Nullable Object> bundle = new LinkedHashMap<>();
        bundle.put("bundleVersion", 1);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("rule", finding.found().rule());
        what.put("severity", finding.found().severity().wire());
        what.put("firstSeenAt", finding.seen().firstSeenAt().toString());
        what.put("lastSeenAt", finding.seen().lastSeenAt().toString());
        what.put("occurrences", finding.seen().occurrences());
        bundle.put("finding", what);
        bundle.put("judgement", JudgementTree.of(rules.judge(Facts.of(again)), Locale.ENGLISH));
        bundle.put("report", redacted);
        return bundle;
    }

    static Redaction redaction(Report report) {
        // The finding's id would do as a salt, but whoever has two bundles of one node may then compare them.
        Redaction redaction =
                new Redaction(new Pseudonyms(report.origin().reportId().hashCode()));
        redaction.rename(report.host().hostname(), "node-1");
        redaction.rename(report.origin().node(), "node-1");
        redaction.rename(report.origin().cluster(), "cluster-1");
        return redaction;
    }
}
