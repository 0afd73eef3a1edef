package io.dualsight.store;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts nodes, and collects the values that they have. */
final class FleetReader {

    private final JdbcTemplate jdbc;

    FleetReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    FleetStatus count(NodeFilter filter) {
        NodeConditions conditions = new NodeConditions(filter);
        Tally tally = new Tally();
        jdbc.query(
                "select family, badness, silent, incorrect_node_ip, count(*) as nodes from node" + conditions.where()
                        + " group by family, badness, silent, incorrect_node_ip",
                tally::add,
                conditions.values());
        return tally.status();
    }

    Facets facets() {
        return new Facets(
                clusters(),
                texts("select distribution_version from node where distribution_version is not null"
                        + " group by distribution_version, version_number"
                        + " order by version_number desc, distribution_version"),
                texts("select distinct cni from node where cni is not null order by cni"),
                roles(),
                texts("select distinct rule from node_rule order by rule"));
    }

    List<String> clusters() {
        return texts("select name from cluster order by name");
    }

    private List<String> texts(String sql) {
        return jdbc.queryForList(sql + " limit " + Facets.MOST, String.class);
    }

    private List<String> roles() {
        TreeSet<String> roles = new TreeSet<>();
        texts("select distinct roles from node").forEach(joined -> roles.addAll(Text.split(joined)));
        return roles.stream().limit(Facets.MOST).toList();
    }

    /** Adds up groups of nodes that are alike. */
    private static final class Tally {

        private final Map<HostStack, Long> families = new EnumMap<>(HostStack.class);
        private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        private long total;
        private long stale;
        private long incorrect;

        void add(ResultSet group) throws SQLException {
            long nodes = group.getLong("nodes");
            total += nodes;
            incorrect += group.getBoolean("incorrect_node_ip") ? nodes : 0;
            families.merge(HostStack.of(group.getString("family")).orElseThrow(), nodes, Long::sum);
            verdicts.merge(VerdictCode.read(group.getShort("badness")), nodes, Long::sum);
            stale += group.getBoolean("silent") ? nodes : 0;
        }

        FleetStatus status() {
            return new FleetStatus(total, stale, incorrect, families, verdicts);
        }
    }
}
