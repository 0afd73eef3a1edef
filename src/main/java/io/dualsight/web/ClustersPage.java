package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.store.NodeStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The clusters, and one of them. */
@Controller
class ClustersPage {

    /** A cluster that is being enrolled has many nodes without an agent, and a reader looks at the first of them. */
    private static final int NOT_REPORTING = 50;

    /** The list. */
    record View(List<ClusterView> clusters) {}

    /**
     * One cluster.
     *
     * @param silent nodes that no agent reports for
     * @param command that enrols one
     */
    record One(ClusterView cluster, List<NodeLink> silent, String command) {}

    private final ClusterRecords records;
    private final Charts charts;
    private final Wordings wordings;
    private final ApiSayings sayings;

    ClustersPage(ClusterRecords records, Charts charts, Wordings wordings, ApiSayings sayings) {
        this.records = records;
        this.charts = charts;
        this.wordings = wordings;
        this.sayings = sayings;
    }

    @GetMapping("/clusters")
    String list(Locale locale, @AuthenticationPrincipal Caller.Person person, Model model) {
        ClusterWords words = new ClusterWords(wordings.in(locale));
        model.addAttribute(
                "view",
                new View(records.names(person).stream()
                        .map(records::record)
                        .map(words::view)
                        .toList()));
        return "clusters";
    }

    @GetMapping("/clusters/{cluster}")
    @SuppressWarnings("ParameterNumber") // what Spring hands in
    String one(
            @PathVariable String cluster,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            @AuthenticationPrincipal Caller.Person person,
            Model model) {
        ClusterRecord found =
                records.find(cluster, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Wording wording = wordings.in(locale);
        ClusterView view = new ClusterWords(wording).view(found);
        Map<String, String> which = Map.of("cluster", cluster);
        ChartQuestion question = charts.question(view.link().href(), parameters, which, ChartPage.USUAL);
        model.addAttribute("charts", List.of(charts.ofFleet(question, wording), charts.ofLoad(question, wording)));
        model.addAttribute(
                "view",
                new One(
                        view,
                        records.notReporting(cluster, NOT_REPORTING).stream()
                                .map(NodeStatus::key)
                                .map(key -> NodeLink.to(key.cluster(), key.node()))
                                .toList(),
                        sayings.command()));
        return "cluster";
    }
}
