package io.dualsight.web;

import io.dualsight.rule.Verdict;
import io.dualsight.store.Criterion;
import io.dualsight.store.Facets;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.Page;
import java.util.ArrayList;
import java.util.List;
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
     */
    record Answer(Page<NodeStatus> page, FleetStatus counts, Facets facets) {}

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
        NodeRows rows = new NodeRows(wording);
        return new NodeList(
                tabs(),
                new FilterWords(question, wording).filters(answer.facets()),
                new NodeList.Table(
                        columns(), answer.page().items().stream().map(rows::row).toList()),
                pager());
    }

    private List<NodeList.Tab> tabs() {
        FleetStatus counts = answer.counts();
        List<NodeList.Tab> tabs = new ArrayList<>();
        NodeFilter all =
                ListAddress.without(query.filter(), Criterion.VERDICT, Criterion.STALE, Criterion.INCORRECT_NODE_IP);
        tabs.add(tab(wording.text("tab.all"), null, counts.total(), all));
        tabs.add(tab(
                wording.text("tab.incorrect"),
                "dissent",
                counts.incorrectNodeIp(),
                all.with(Criterion.INCORRECT_NODE_IP, "true")));
        for (Verdict verdict : VERDICTS) {
            String wire = verdict.wire();
            long count = counts.verdicts().getOrDefault(verdict, 0L);
            tabs.add(tab(wording.text("verdict." + wire), wire, count, all.with(Criterion.VERDICT, wire)));
        }
        tabs.add(tab(wording.text("verdict.stale"), "stale", counts.stale(), all.with(Criterion.STALE, "true")));
        return tabs;
    }

    private NodeList.Tab tab(String text, @Nullable String mark, long count, NodeFilter filter) {
        String href = ListAddress.filtered(query, filter);
        return new NodeList.Tab(text, mark, wording.number(count), href, filter.equals(query.filter()));
    }

    private List<NodeList.Column> columns() {
        return List.of(
                column("c-node", wording.text("column.node"), NodeSort.NODE),
                column("c-cluster", wording.text("column.cluster"), NodeSort.CLUSTER),
                new NodeList.Column("c-ipv4", "IPv4", null, null),
                new NodeList.Column("c-ipv6", "IPv6", null, null),
                new NodeList.Column("c-ips", wording.text("column.node-ips"), null, null),
                column("c-verdict", wording.text("column.verdict"), NodeSort.WORST),
                column("c-version", wording.text("column.version"), NodeSort.VERSION),
                column("c-last", wording.text("column.last-report"), NodeSort.LAST_REPORT_AT));
    }

    private NodeList.Column column(String css, String text, NodeSort sort) {
        boolean now = query.sort() == sort;
        boolean turned = now && !query.descending();
        String href =
                ListAddress.of(ListAddress.PAGE, new NodeQuery(query.filter(), sort, turned, query.limit(), null));
        return new NodeList.Column(css, text, href, now ? direction(sort) : null);
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
                counted,
                ListAddress.of(ListAddress.CSV, whole),
                ListAddress.of(ListAddress.JSON, whole),
                query.cursor() == null ? null : ListAddress.of(ListAddress.PAGE, whole),
                next == null ? null : ListAddress.of(ListAddress.PAGE, query.at(next)));
    }
}
