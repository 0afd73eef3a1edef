package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import java.util.ArrayList;
import java.util.List;

/** What findings are filtered by, as a form and in words. */
final class FindingFilterWords {

    private final FindingQuestion question;
    private final FindingFilter filter;
    private final Wording wording;

    FindingFilterWords(FindingQuestion question, Wording wording) {
        this.question = question;
        this.filter = question.query().filter();
        this.wording = wording;
    }

    FindingList.Search search() {
        List<NodeList.Field> kept = new ArrayList<>();
        List<NodeList.Chip> chips = new ArrayList<>();
        filter.values().forEach((criterion, text) -> {
            if (criterion != FindingCriterion.Q) {
                kept.add(new NodeList.Field(criterion.parameter(), text));
            }
            if (criterion != FindingCriterion.STATUS) {
                chips.add(chip(criterion.parameter(), text, filter.without(criterion)));
            }
        });
        filter.nodes().values().forEach((criterion, text) -> {
            kept.add(new NodeList.Field(criterion.parameter(), text));
            NodeFilter rest = ListAddress.without(filter.nodes(), criterion);
            chips.add(chip(criterion, text, new FindingFilter(filter.values(), rest, filter.clusters())));
        });
        return new FindingList.Search(
                filter.text(FindingCriterion.Q).orElse(""),
                kept,
                chips,
                question.mistakes().stream().map(this::problem).toList());
    }

    private NodeList.Chip chip(Criterion criterion, String text, FindingFilter rest) {
        return switch (criterion) {
            case STALE, INCORRECT_NODE_IP ->
                new NodeList.Chip(
                        wording.text("chip." + criterion.parameter() + "." + text), FindingAddress.where(rest));
            default -> chip(criterion.parameter(), text, rest);
        };
    }

    private NodeList.Chip chip(String name, String text, FindingFilter rest) {
        String words = switch (name) {
            case "assigned", "regressed" -> wording.text("chip." + name + "." + text);
            case "severity" -> wording.text("chip.severity", wording.text("verdict." + text));
            case "verdict", "family" -> wording.text("chip." + name, wording.text(name + "." + text));
            default -> wording.text("chip." + name, text);
        };
        return new NodeList.Chip(words, FindingAddress.where(rest));
    }

    private String problem(BadQueryException mistake) {
        return wording.text("filter.problem.text", mistake.field(), mistake.value(), mistake.expected());
    }
}
