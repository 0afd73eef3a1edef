package io.dualsight.web;

import io.dualsight.rule.HostStack;
import io.dualsight.store.Criterion;
import io.dualsight.store.Facets;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a list of nodes is filtered by, as a form and in words. */
final class FilterWords {

    /** Criteria that have a field of their own in the form. */
    private static final Set<Criterion> FIELDS = EnumSet.of(
            Criterion.Q,
            Criterion.CLUSTER,
            Criterion.FAMILY,
            Criterion.VERSION,
            Criterion.CNI,
            Criterion.ROLE,
            Criterion.RULE);

    private final Question question;
    private final NodeQuery query;
    private final NodeFilter filter;
    private final Wording wording;

    FilterWords(Question question, Wording wording) {
        this.question = question;
        this.query = question.query();
        this.filter = query.filter();
        this.wording = wording;
    }

    NodeList.Filters filters(Facets facets) {
        return new NodeList.Filters(
                filter.text(Criterion.Q).orElse(null), selects(facets), kept(), problems(), chips());
    }

    private List<NodeList.Select> selects(Facets facets) {
        List<String> families =
                Stream.of(HostStack.values()).map(HostStack::wire).toList();
        return List.of(
                select(Criterion.CLUSTER, facets.clusters(), UnaryOperator.identity()),
                select(Criterion.FAMILY, families, each -> wording.text("family." + each)),
                select(Criterion.RULE, facets.rules(), UnaryOperator.identity()),
                select(Criterion.VERSION, facets.versions(), UnaryOperator.identity()),
                select(Criterion.CNI, facets.cnis(), UnaryOperator.identity()),
                select(Criterion.ROLE, facets.roles(), UnaryOperator.identity()));
    }

    private NodeList.Select select(Criterion criterion, List<String> values, UnaryOperator<String> words) {
        String chosen = filter.text(criterion).orElse("");
        List<NodeList.Option> options = new ArrayList<>();
        if (!chosen.isEmpty() && !values.contains(chosen)) {
            // A bound such as <1.31.5, or a value that no node has any more.
            options.add(new NodeList.Option(chosen, chosen, true));
        }
        values.forEach(each -> options.add(new NodeList.Option(each, words.apply(each), each.equals(chosen))));
        String name = criterion.parameter();
        return new NodeList.Select(name, wording.text("filter." + name), options);
    }

    /** What the form must not lose: the tab, the order, the length. */
    private List<NodeList.Field> kept() {
        List<NodeList.Field> kept = new ArrayList<>();
        for (Map.Entry<Criterion, String> each : filter.values().entrySet()) {
            if (!FIELDS.contains(each.getKey())) {
                kept.add(new NodeList.Field(each.getKey().parameter(), each.getValue()));
            }
        }
        NodeQuery usual = NodeQuery.of(filter);
        if (!usual.sortText().equals(query.sortText())) {
            kept.add(new NodeList.Field("sort", query.sortText()));
        }
        if (usual.limit() != query.limit()) {
            kept.add(new NodeList.Field("limit", String.valueOf(query.limit())));
        }
        if (!question.columns().isUsual()) {
            kept.add(
                    new NodeList.Field(ListColumns.PARAMETER, question.columns().written()));
        }
        return kept;
    }

    private List<String> problems() {
        return question.mistakes().stream()
                .map(mistake -> wording.mistaken(mistake.error()))
                .toList();
    }

    private List<NodeList.Chip> chips() {
        return filter.values().entrySet().stream()
                .map(each -> new NodeList.Chip(
                        words(each.getKey(), each.getValue()),
                        question.filtered(ListAddress.without(filter, each.getKey()))))
                .toList();
    }

    private String words(Criterion criterion, String text) {
        String key = "chip." + criterion.parameter();
        return switch (criterion) {
            case INCORRECT_NODE_IP, STALE -> wording.text(key + "." + text);
            case FAMILY, VERDICT -> wording.text(key, wording.text(criterion.parameter() + "." + text));
            default -> wording.text(key, text);
        };
    }
}
