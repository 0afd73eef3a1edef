package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeStatuses;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of nodes; {@code list} is the part of it that htmx replaces. */
@Controller
class NodesPage {

    private final NodeStatuses nodes;
    private final Wordings wordings;

    NodesPage(NodeStatuses nodes, Wordings wordings) {
        this.nodes = nodes;
        this.wordings = wordings;
    }

    @GetMapping(ListAddress.PAGE)
    String page(
            @RequestParam Map<String, String> parameters, Locale locale, Model model, HttpServletResponse response) {
        answer(Question.of(parameters), locale, model, response);
        return "nodes";
    }

    @GetMapping(
            path = ListAddress.PAGE,
            headers = {Htmx.REQUEST, "!" + Htmx.HISTORY})
    String list(
            @RequestParam Map<String, String> parameters, Locale locale, Model model, HttpServletResponse response) {
        Question question = answer(Question.of(parameters), locale, model, response);
        response.setHeader(Htmx.PUSH_URL, ListAddress.of(ListAddress.PAGE, question.query()));
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
        return question;
    }

    private NodeListBuilder.Answer answer(Question question) {
        NodeFilter wider = ListAddress.without(
                question.query().filter(), Criterion.VERDICT, Criterion.STALE, Criterion.INCORRECT_NODE_IP);
        return new NodeListBuilder.Answer(nodes.page(question.query()), nodes.fleet(wider), nodes.facets());
    }
}
