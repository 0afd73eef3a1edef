package io.dualsight.web;

import io.dualsight.rule.Verdict;
import io.dualsight.store.Criterion;
import io.dualsight.store.Facets;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodePast;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the nodes page into words. */
final class NodeListBuilder {

    /** The verdicts as people look for them: the worst first, and what could not be judged last. */
    static final List<Verdict> VERDICTS =
            List.of(Verdict.CRITICAL, Verdict.ERROR, Verdict.WARNING, Verdict.INFO, Verdict.OK, Verdict.UNKNOWN);

    /**
     * What the store answers.
     *
     * @param page the nodes
     * @param counts of the nodes that the tabs choose from
     * @param facets what the filters can choose from
     * @param pasts how the nodes' verdicts went; empty where nobody asked
     */
    record Answer(Page<NodeStatus> page, FleetStatus counts, Facets facets, Map<NodeKey, NodePast> pasts) {}

    private static final Map<String, NodeSort> SORTED = Map.of(
            "cluster",
            NodeSort.CLUSTER,
            "verdict",
            NodeSort.WORST,
            "version",
            NodeSort.VERSION,
            "last",
            NodeSort.LAST_REPORT_AT);

    private final Question question;
    private final NodeQuery query;
    private final Answer answer;
    private final Wording wording;

    NodeListBuilder(Question question, Answer answer, Wording wording) {
        this.question = question;
        this.query = question.query();
        this.answer = answer;
        this.wording = wording;
    }

    NodeList build() {
        NodeRows rows = new NodeRows(wording, answer.pasts());
        return new NodeList(
                tabs(),
                new FilterWords(question, wording).filters(answer.facets()),
                choice(),
                new NodeList.Table(
                        columns(), answer.page().items().stream().map(rows::row).toList()),
                pager());
    }

    private List<NodeList.Tab> tabs() {
        FleetStatus counts = answer.counts();
        List<NodeList.Tab> tabs = new ArrayList<>();
        NodeFilter all =
                ListAddress.without(query.filter(), Criterion.VERDICT, Criterion.STALE, Criterion.INCORRECT_NODE_IP);
        tabs.add(tab(wording.text("tab.all"), "total", null, counts.total(), all));
        tabs.add(tab(
                wording.text("tab.incorrect"),
                "incorrect",
                "dissent",
                counts.incorrectNodeIp(),
                all.with(Criterion.INCORRECT_NODE_IP, "true")));
        for (Verdict verdict : VERDICTS) {
            String wire = verdict.wire();
            long count = counts.verdicts().getOrDefault(verdict, 0L);
            tabs.add(tab(wording.text("verdict." + wire), wire, wire, count, all.with(Criterion.VERDICT, wire)));
        }
        tabs.add(tab(
                wording.text("verdict.stale"), "stale", "stale", counts.stale(), all.with(Criterion.STALE, "true")));
        return tabs;
    }

    @SuppressWarnings("ParameterNumber") // it is the record's list
    private NodeList.Tab tab(String text, String counter, @Nullable String mark, long count, NodeFilter filter) {
        boolean whole = ListAddress.without(filter, Criterion.VERDICT, Criterion.STALE, Criterion.INCORRECT_NODE_IP)
                .equals(NodeFilter.NONE);
        return new NodeList.Tab(
                text,
                whole ? counter : null,
                mark,
                wording.number(count),
                question.filtered(filter),
                filter.equals(query.filter()));
    }

    private NodeList.Choice choice() {
        List<NodeList.Option> options = ListColumns.ALL.stream()
                .map(each -> new NodeList.Option(
                        each, heading(each), question.columns().has(each)))
                .toList();
        List<NodeList.Field> kept = new ArrayList<>();
        query.filter().values().forEach((criterion, text) -> kept.add(new NodeList.Field(criterion.parameter(), text)));
        if (!query.sortText().equals(NodeSort.WORST.parameter())) {
            kept.add(new NodeList.Field("sort", query.sortText()));
        }
        if (query.limit() != NodeQuery.USUAL) {
            kept.add(new NodeList.Field("limit", String.valueOf(query.limit())));
        }
        return new NodeList.Choice(options, kept);
    }

    private String heading(String column) {
        return wording.text("list." + column);
    }

    private List<NodeList.Column> columns() {
        List<NodeList.Column> columns = new ArrayList<>();
        columns.add(column("node", NodeSort.NODE));
        for (String each : question.columns().shown()) {
            NodeSort sort = SORTED.get(each);
            columns.add(
                    sort == null ? new NodeList.Column("c-" + each, heading(each), null, null) : column(each, sort));
        }
        return columns;
    }

    private NodeList.Column column(String name, NodeSort sort) {
        boolean now = query.sort() == sort;
        boolean turned = now && !query.descending();
        String href = question.address(new NodeQuery(query.filter(), sort, turned, query.limit(), null));
        return new NodeList.Column("c-" + name, heading(name), href, now ? direction(sort) : null);
    }

    /** The worst verdict is the highest one, so the worst first is what readers call descending. */
    private String direction(NodeSort sort) {
        return query.descending() == (sort == NodeSort.WORST) ? "ascending" : "descending";
    }

    private NodeList.Pager pager() {
        Page<NodeStatus> page = answer.page();
        String counted = wording.text(
                "nodes.counted", wording.number(page.items().size()), page.total(), wording.number(page.total()));
        NodeQuery whole = query.at(null);
        String next = page.nextCursor();
        return new NodeList.Pager(
                wording.moment(wording.now()),
                counted,
                ListAddress.of(ListAddress.CSV, whole),
                ListAddress.of(ListAddress.JSON, whole),
                query.cursor() == null ? null : question.address(whole),
                next == null ? null : question.address(query.at(next)));
    }
}
