package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.store.BadQueryException;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import io.dualsight.store.NodeStatuses;
import io.dualsight.trend.Comparison;
import io.dualsight.trend.GroupBy;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Trends;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Did the upgrade help, and who still waits for one? */
@Controller
class UpgradesPage {

    static final String PATH = "/upgrades";
    private static final String FAULT = "RKE2_AFFECTED_BY_7454";
    private static final int NODES = 20;

    private final Trends trends;
    private final Charts charts;
    private final CompareQuestions compares;
    private final NodeStatuses nodes;
    private final Wordings wordings;

    UpgradesPage(Trends trends, Charts charts, CompareQuestions compares, NodeStatuses nodes, Wordings wordings) {
        this.trends = trends;
        this.charts = charts;
        this.compares = compares;
        this.nodes = nodes;
        this.wordings = wordings;
    }

    @GetMapping(PATH)
    String upgrades(
            @RequestParam Map<String, String> parameters, Locale locale, Model model, HttpServletResponse response) {
        Wording wording = wordings.in(locale);
        ChartQuestion question = charts.question(PATH, parameters, Map.of(), CompareQuestions.USUAL);
        UpgradesBuilder builder = new UpgradesBuilder(wording, question);
        if (question.mistake() != null) {
            builder.mistaken(question.mistake());
        } else {
            compare(parameters, builder);
        }
        if (builder.failed()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("view", build(builder, question, charts.ofStarts(question.understood(), wording)));
        return "upgrades";
    }

    private Upgrades build(UpgradesBuilder builder, ChartQuestion question, List<Chart> drawn) {
        SeriesQuestion byVersion = question.series().by(GroupBy.VERSION);
        NodeFilter faulty = NodeFilter.NONE.with(Criterion.RULE, FAULT);
        return builder.measured(trends.readyTimes(byVersion), trends.failureRates(byVersion))
                .faulty(nodes.page(new NodeQuery(faulty, NodeSort.VERSION, false, NODES, null)))
                .build(nodes.clusters(), drawn);
    }

    private void compare(Map<String, String> parameters, UpgradesBuilder builder) {
        if (parameters.getOrDefault("before", "").isBlank()
                && parameters.getOrDefault("after", "").isBlank()) {
            return;
        }
        try {
            Comparison found = trends.compare(compares.of(parameters));
            builder.compared(found);
        } catch (BadQueryException e) {
            builder.mistaken(e.error());
        } catch (BadFieldsException e) {
            builder.mistaken(e.errors().get(0));
        }
    }
}
