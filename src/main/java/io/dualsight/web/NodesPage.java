package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeHistory;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodePast;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import io.dualsight.store.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of nodes; {@code list} is the part of it that htmx replaces. */
@Controller
class NodesPage {

    private final NodeStatuses nodes;
    private final NodeHistory history;
    private final Wordings wordings;
    private final Clock clock;

    NodesPage(NodeStatuses nodes, NodeHistory history, Wordings wordings, Clock clock) {
        this.nodes = nodes;
        this.history = history;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping(ListAddress.PAGE)
    String page(
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Question question = Question.of(parameters);
        if (question.mistakes().isEmpty()
                && NodeSearch.hasWords(parameters.toSingleValueMap().getOrDefault("q", ""))) {
            return "redirect:" + question.address(question.query());
        }
        answer(question, locale, model, response);
        return "nodes";
    }

    @GetMapping(
            path = ListAddress.PAGE,
            headers = {Htmx.REQUEST, "!" + Htmx.HISTORY})
    String list(
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Question question = answer(Question.of(parameters), locale, model, response);
        response.setHeader(Htmx.PUSH_URL, question.address(question.query()));
        return "nodes :: list";
    }

    private Question answer(Question asked, Locale locale, Model model, HttpServletResponse response) {
        Question question = asked;
        NodeListBuilder.Answer answer;
        try {
            answer = answer(question);
        } catch (BadQueryException e) {
            // Only the store knows its cursors: one that it does not know leads to the first page.
            question = question.fromTheStart(e);
            answer = answer(question);
        }
        if (!question.mistakes().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        response.addHeader(HttpHeaders.VARY, Htmx.REQUEST);
        model.addAttribute("view", new NodeListBuilder(question, answer, wordings.in(locale)).build());
        model.addAttribute("columns", question.columns());
        return question;
    }

    /** Rows that live news says are new, for the script to put in the place of the old ones. */
    @GetMapping("/nodes/rows")
    String rows(
            @RequestParam List<String> node,
            @RequestParam(defaultValue = "") List<String> columns,
            Locale locale,
            Model model) {
        List<NodeStatus> found = LiveController.keys(node).stream()
                .limit(NodeQuery.MOST)
                .flatMap(key -> nodes.find(key.cluster(), key.node()).stream())
                .toList();
        ListColumns shown = ListColumns.of(columns);
        NodeRows rows = new NodeRows(wordings.in(locale), pasts(found, shown));
        model.addAttribute("columns", shown);
        model.addAttribute("rows", found.stream().map(rows::row).toList());
        return "nodes :: rows";
    }

    private NodeListBuilder.Answer answer(Question question) {
        NodeFilter wider = ListAddress.without(
                question.query().filter(), Criterion.VERDICT, Criterion.STALE, Criterion.INCORRECT_NODE_IP);
        Page<NodeStatus> page = nodes.page(question.query());
        return new NodeListBuilder.Answer(
                page, nodes.fleet(wider), nodes.facets(), pasts(page.items(), question.columns()));
    }

    private Map<NodeKey, NodePast> pasts(List<NodeStatus> shown, ListColumns columns) {
        return columns.has("past")
                ? history.pasts(
                        shown.stream().map(NodeStatus::key).toList(),
                        clock.instant().minus(VerdictStrip.LENGTH))
                : Map.of();
    }
}
