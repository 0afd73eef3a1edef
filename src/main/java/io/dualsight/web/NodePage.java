package io.dualsight.web;

import io.dualsight.store.HistoryQuery;
import io.dualsight.store.NodeHistory;
import io.dualsight.store.NodeKey;
import io.dualsight.triage.Findings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One node: whether it is right, why not, and what to change. */
@Controller
class NodePage {

    private static final int CHANGES = 20;
    /** One node starts seldom. */
    private static final Duration NODES_PAST = Duration.ofDays(30);

    private final NodeRecords records;
    private final Findings findings;
    private final NodeHistory history;
    private final Charts charts;
    private final ApiSayings sayings;
    private final Wordings wordings;

    NodePage(
            NodeRecords records,
            Findings findings,
            NodeHistory history,
            Charts charts,
            ApiSayings sayings,
            Wordings wordings) {
        this.records = records;
        this.findings = findings;
        this.history = history;
        this.charts = charts;
        this.sayings = sayings;
        this.wordings = wordings;
    }

    @GetMapping("/nodes/{cluster}/{node}")
    @SuppressWarnings("ParameterNumber") // what Spring hands in
    String node(
            @PathVariable String cluster,
            @PathVariable String node,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            Model model) {
        NodeRecord found =
                records.find(cluster, node).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HistoryQuery newest = new HistoryQuery(cluster, node, null, null, CHANGES, null);
        Wording wording = wordings.in(locale);
        Map<String, String> which = Map.of("cluster", cluster, "node", node);
        ChartQuestion question = charts.question(NodeLink.to(cluster, node).href(), parameters, which, NODES_PAST);
        model.addAttribute("charts", List.of(charts.ofStarts(question, wording), charts.ofLoad(question, wording)));
        model.addAttribute("said", sayings.of(found, wording));
        model.addAttribute("lives", lives(new NodeKey(cluster, node), wording));
        model.addAttribute(
                "view",
                new NodeDetailsBuilder(found, wording)
                        .build(history.changes(newest).items()));
        return "node";
    }

    /** By rule, where what it finds stands with people. */
    private Map<String, FindingLink> lives(NodeKey node, Wording wording) {
        Map<String, FindingLink> lives = new HashMap<>();
        findings.ofNode(node).forEach((rule, finding) -> lives.put(rule, FindingLink.to(finding, wording)));
        return lives;
    }
}
