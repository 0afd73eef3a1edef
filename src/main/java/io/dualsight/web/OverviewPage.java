package io.dualsight.web;

import io.dualsight.store.Criterion;
import io.dualsight.store.HistoryQuery;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeHistory;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import io.dualsight.store.NodeStatuses;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.Findings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Is my fleet all right, and if not, what is wrong? */
@Controller
class OverviewPage {

    // As many as one screen of 1280 by 800 holds without scrolling.
    private static final int WRONG_NODES = 6;
    private static final int STALE_NODES = 5;
    private static final int CHANGES = 5;
    private static final Duration RECENT = Duration.ofHours(24);
    /** Beside the days of {@link BetterWords}: one point a day. */
    private static final Map<String, String> DAILY = Map.of("bucket", "1d");

    private static final Set<String> CHARTS = Set.of("charts", "from", "to", "bucket");

    private final NodeStatuses nodes;
    private final Findings findings;
    private final NodeHistory history;
    private final Charts charts;
    private final Wordings wordings;

    OverviewPage(NodeStatuses nodes, Findings findings, NodeHistory history, Charts charts, Wordings wordings) {
        this.nodes = nodes;
        this.findings = findings;
        this.history = history;
        this.charts = charts;
        this.wordings = wordings;
    }

    @GetMapping("/")
    String overview(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        Wording wording = wordings.in(locale);
        model.addAttribute("small", small(wording));
        model.addAttribute("charts", large(parameters, wording));
        boolean wall = parameters.containsKey("wall");
        model.addAttribute("view", new OverviewBuilder(fleet(wording), wording, wall).build());
        return "overview";
    }

    private List<Chart> small(Wording wording) {
        Map<String, String> days =
                Map.of("from", BetterWords.from(wording.now()).toString());
        return charts.ofStarts(charts.question("/", days, DAILY, ChartPage.USUAL), wording);
    }

    /** They need more than one screen, so they are there for those who ask, two at a time. */
    private List<Chart> large(Map<String, String> parameters, Wording wording) {
        if (Collections.disjoint(parameters.keySet(), CHARTS)) {
            return List.of();
        }
        ChartQuestion question = charts.question("/", parameters, Map.of(), ChartPage.USUAL);
        return switch (parameters.getOrDefault("charts", "")) {
            case "nodes" ->
                Stream.of("families", "verdicts")
                        .flatMap(name -> charts.named(name, question, wording).stream())
                        .toList();
            case "load" -> charts.ofLoad(question, wording);
            default -> charts.ofStarts(question, wording);
        };
    }

    private OverviewBuilder.Fleet fleet(Wording wording) {
        NodeFilter wrong = NodeFilter.NONE.with(Criterion.INCORRECT_NODE_IP, "true");
        NodeFilter stale = NodeFilter.NONE.with(Criterion.STALE, "true");
        HistoryQuery recent = new HistoryQuery(null, null, wording.now().minus(RECENT), null, CHANGES, null);
        return new OverviewBuilder.Fleet(
                nodes.fleet(NodeFilter.NONE),
                findings.counts(FindingFilter.NONE).unresolved(),
                nodes.page(new NodeQuery(wrong, NodeSort.WORST, false, WRONG_NODES, null))
                        .items(),
                nodes.page(new NodeQuery(stale, NodeSort.LAST_REPORT_AT, false, STALE_NODES, null))
                        .items(),
                history.newestChanges(recent),
                nodes.rules(),
                history.verdictMoves(BetterWords.from(wording.now())));
    }
}
