package io.dualsight.store;

import io.dualsight.contract.Report;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads how nodes are, from their status columns. */
final class StatusReader implements NodeStatuses {

    private static final String PULSE = " join node_pulse pulse on pulse.node_id = node.id";
    private static final String SELECT = "select node.*, pulse.collected_at, pulse.received_at from node" + PULSE;
    private static final int STREAMED = 1000;

    /** From so many nodes on it is quicker to go along the order and ask each whether it has the rule than to sort them. */
    private static final int MANY = 1000;

    private final JdbcTemplate jdbc;
    private final SilenceWatch silence;
    private final FleetReader fleet;
    private final RuleReader rules;
    private final StatusMemory memory;

    StatusReader(JdbcTemplate jdbc, SilenceWatch silence, Clock clock) {
        this.jdbc = jdbc;
        this.silence = silence;
        this.fleet = new FleetReader(jdbc);
        this.rules = new RuleReader(jdbc);
        this.memory = new StatusMemory(jdbc, clock);
    }

    @Override
    public Page<NodeStatus> page(NodeQuery query) {
        silence.catchUp();
        long total = memory.total(query.filter(), () -> count(query.filter()));
        boolean none = total == 0 && query.cursor() == null;
        List<Long> ids = none ? List.of() : memory.page(query, () -> ids(query, query.limit(), total >= MANY));
        Slice slice = slice(query, query.limit(), ids);
        return new Page<>(slice.items(), slice.next(), total);
    }

    private long count(NodeFilter filter) {
        String rule = filter.text(Criterion.RULE).orElse("");
        if (!rule.isEmpty() && filter.values().size() == 1) {
            return ruleCounts().stream()
                    .filter(each -> each.rule().equals(rule))
                    .mapToLong(RuleCount::nodes)
                    .sum();
        }
        NodeConditions all = new NodeConditions(filter);
        Long total = jdbc.queryForObject("select count(*) from node" + all.where(), Long.class, all.values());
        return total == null ? 0 : total;
    }

    @Override
    public void stream(NodeQuery query, Consumer<NodeStatus> each) {
        silence.catchUp();
        // By pages and not by one open result: a slow reader of an export keeps no connection and no old row alive.
        NodeQuery from = query.at(null);
        do {
            Slice slice = slice(from, STREAMED, ids(from, STREAMED, false));
            slice.items().forEach(each);
            from = query.at(slice.next());
        } while (from.cursor() != null);
    }

    /** Those of a page, and one more where there is one. */
    private List<Long> ids(NodeQuery query, int limit, boolean many) {
        NodeOrder order = NodeOrder.of(query);
        NodeConditions conditions = many ? NodeConditions.ofMany(query.filter()) : new NodeConditions(query.filter());
        if (query.cursor() != null) {
            order.startBehind(query.cursor(), conditions);
        }
        // The ids first: in an order that no index gives, H2 would carry whole rows of all nodes through its sort.
        return jdbc.queryForList(
                "select node.id from node" + (order.isOfPulse() ? PULSE : "") + conditions.where() + order.orderBy()
                        + " limit " + (limit + 1),
                Long.class,
                conditions.values());
    }

    private Slice slice(NodeQuery query, int limit, List<Long> ids) {
        NodeOrder order = NodeOrder.of(query);
        List<Placed> shown = placed(ids.subList(0, Math.min(limit, ids.size())), order);
        String next = ids.size() > limit && !shown.isEmpty()
                ? order.cursor(shown.get(shown.size() - 1).place())
                : null;
        return new Slice(shown.stream().map(Placed::status).toList(), next);
    }

    private List<Placed> placed(List<Long> ids, NodeOrder order) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String where = " where node.id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        return jdbc.query(
                SELECT + where + order.orderBy(),
                (row, n) -> new Placed(status(row), order.values(row)),
                ids.toArray());
    }

    @Override
    public Optional<NodeStatus> find(String cluster, String node) {
        silence.catchUp();
        return jdbc
                .query(SELECT + " where node.cluster = ? and node.name = ?", (row, n) -> status(row), cluster, node)
                .stream()
                .findFirst();
    }

    @Override
    public FleetStatus fleet(NodeFilter filter) {
        silence.catchUp();
        return memory.counts(filter, () -> fleet.count(filter));
    }

    @Override
    public List<RuleCount> rules() {
        silence.catchUp();
        return ruleCounts();
    }

    private List<RuleCount> ruleCounts() {
        return memory.rules(rules::counts);
    }

    @Override
    public void holdSilence(boolean hold) {
        silence.hold(hold);
    }

    @Override
    public Facets facets() {
        return memory.facets(fleet::facets);
    }

    @Override
    public List<String> clusters() {
        return fleet.clusters();
    }

    @Override
    public Optional<Report> lastReport(String cluster, String node) {
        return jdbc
                .query(
                        "select facts.body, pulse.rest from node join node_pulse pulse on pulse.node_id = node.id"
                                + " join facts on facts.node_id = node.id and facts.facts_no = pulse.facts_no"
                                + " where node.cluster = ? and node.name = ?",
                        (row, n) -> new ReportParts(row.getString("body"), row.getString("rest")),
                        cluster,
                        node)
                .stream()
                .findFirst()
                .map(parts -> parts.whole(new NodeKey(cluster, node)));
    }

    @Override
    public Optional<String> judgement(String cluster, String node) {
        return jdbc
                .queryForList(
                        "select body from node_judgement join node on node.id = node_judgement.node_id"
                                + " where node.cluster = ? and node.name = ?",
                        String.class,
                        cluster,
                        node)
                .stream()
                .findFirst();
    }

    private static NodeStatus status(ResultSet row) throws SQLException {
        boolean silent = row.getBoolean("silent");
        NodeStatus.Judged judged = NodeColumns.judged(row);
        return new NodeStatus(
                new NodeKey(row.getString("cluster"), row.getString("name")),
                silent ? silent(judged) : judged,
                NodeColumns.family(row, "ipv4"),
                NodeColumns.family(row, "ipv6"),
                NodeColumns.nodeIps(row),
                NodeColumns.platform(row),
                new NodeStatus.Seen(
                        NodeColumns.lastReadySeconds(row),
                        UtcColumn.read(row, "collected_at"),
                        UtcColumn.read(row, "received_at"),
                        silent,
                        row.getBoolean("object_deleted")));
    }

    private static NodeStatus.Judged silent(NodeStatus.Judged judged) {
        Verdict shown = ShownVerdict.of(judged.verdict(), true).verdict();
        List<String> rules = new ArrayList<>(judged.rules());
        rules.add(SilenceWatch.RULE);
        Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
        findings.putAll(judged.findings());
        findings.merge(SilenceWatch.SEVERITY, 1, Integer::sum);
        return new NodeStatus.Judged(judged.family(), shown, judged.incorrectNodeIp(), rules, findings);
    }

    /**
     * One item.
     *
     * @param place its values in the columns of the order
     */
    private record Placed(NodeStatus status, List<Object> place) {}

    /**
     * A page without its total.
     *
     * @param items as many as were asked for, or fewer at the end
     * @param next where the rest begins; absent at the end
     */
    private record Slice(List<NodeStatus> items, @Nullable String next) {}
}
