package io.dualsight.store;

import io.dualsight.contract.IpAddress;
import io.dualsight.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A filter as SQL over the node table. */
final class NodeConditions {

    private static final List<String> SEARCHED = List.of(
            "name",
            "cluster",
            "addresses",
            "ipv4_address",
            "ipv6_address",
            "node_ip_configured",
            "node_ip_predicted",
            "node_ip_kubernetes");

    private static final String SOME_WITH_RULE = "node.id in (select node_id from node_rule where rule = ?)";
    private static final String MANY_WITH_RULE =
            "exists (select 1 from node_rule where node_rule.node_id = node.id and node_rule.rule = ?)";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final String withRule;

    /** Nodes of the fleet. */
    NodeConditions(NodeFilter filter) {
        this(filter, SOME_WITH_RULE);
    }

    private NodeConditions(NodeFilter filter, String withRule) {
        this(withRule);
        add(NodeObjects.THERE, List.of());
        filter.values().forEach(this::add);
    }

    private NodeConditions(String withRule) {
        this.withRule = withRule;
    }

    /**
     * The same for a page of very many: H2 starts from the nodes that have a rule and sorts them, however many they are,
     * unless each node of the order is asked whether it has it.
     */
    static NodeConditions ofMany(NodeFilter filter) {
        return new NodeConditions(filter, MANY_WITH_RULE);
    }

    /** Every node that ever was, for those who look back. */
    static NodeConditions ofHistory() {
        return new NodeConditions(SOME_WITH_RULE);
    }

    /** The same conditions, to which more can be added. */
    NodeConditions copy() {
        NodeConditions copy = new NodeConditions(withRule);
        copy.conditions.addAll(conditions);
        copy.values.addAll(values);
        return copy;
    }

    void add(String condition, List<?> parameters) {
        conditions.add(condition);
        values.addAll(parameters);
    }

    /** Starts with a blank; empty where every node is meant. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }

    private void add(Criterion criterion, String text) {
        switch (criterion) {
            case CLUSTER -> add("node.cluster = ?", List.of(text));
            case FAMILY -> add("node.family = ?", List.of(text));
            case VERDICT ->
                add("node.badness = ?", List.of(VerdictCode.of(Verdict.of(text).orElseThrow())));
            case INCORRECT_NODE_IP -> add("node.incorrect_node_ip = ?", List.of(Boolean.valueOf(text)));
            case RULE -> add(withRule, List.of(text));
            case VERSION -> addVersion(text);
            case CNI -> add("node.cni = ?", List.of(text));
            case ROLE -> add("' ' || node.roles || ' ' like ? escape '!'", List.of("% " + escaped(text) + " %"));
            case Q -> addSearch(text);
            case STALE -> add("node.silent = ?", List.of(Boolean.valueOf(text)));
            default -> throw new IllegalStateException(criterion + " has no condition");
        }
    }

    private void addVersion(String text) {
        String bound = VersionNumber.bound(text);
        if (bound.isEmpty()) {
            add("node.distribution_version = ?", List.of(text));
            return;
        }
        // A bound that names no release means the version with all its releases: 1.31.5 ends before 1.31.6.
        long first = VersionNumber.of(VersionNumber.named(text)).orElseThrow();
        long end = first % VersionNumber.RELEASES == 0 ? first + VersionNumber.RELEASES : first + 1;
        switch (bound) {
            case "<" -> add("node.version_number >= 0 and node.version_number < ?", List.of(first));
            case "<=" -> add("node.version_number >= 0 and node.version_number < ?", List.of(end));
            case ">" -> add("node.version_number >= ?", List.of(end));
            default -> add("node.version_number >= ?", List.of(first));
        }
    }

    private void addSearch(String text) {
        String wanted = IpAddress.parse(text).map(IpAddress::toString).orElse(text.toLowerCase(Locale.ROOT));
        String condition = String.join(
                " or ",
                SEARCHED.stream()
                        .map(column -> "lower(node." + column + ") like ? escape '!'")
                        .toList());
        add("(" + condition + ")", Collections.nCopies(SEARCHED.size(), "%" + escaped(wanted) + "%"));
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
