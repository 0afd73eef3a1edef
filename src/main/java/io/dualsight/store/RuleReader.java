package io.dualsight.store;

import io.dualsight.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts nodes by rule. A node's rules stand worst first and each has one finding, so the counts by severity beside them
 * tell the severity of each.
 */
final class RuleReader {

    private static final String COLUMNS = NodeColumns.SEVERITIES.stream()
            .map(each -> "findings_" + each.wire())
            .collect(Collectors.joining(", ", "rules, silent, ", ""));
    private static final Comparator<RuleCount> WORST_FIRST = Comparator.comparing(RuleCount::severity)
            .thenComparing(RuleCount::nodes)
            .reversed()
            .thenComparing(RuleCount::rule);

    private final JdbcTemplate jdbc;

    RuleReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<RuleCount> counts() {
        Map<String, RuleCount> counts = new HashMap<>();
        jdbc.query(
                "select " + COLUMNS + ", count(*) as nodes from node where " + NodeObjects.THERE + " group by "
                        + COLUMNS,
                row -> {
                    add(counts, row);
                });
        return counts.values().stream().sorted(WORST_FIRST).toList();
    }

    private static void add(Map<String, RuleCount> counts, ResultSet alike) throws SQLException {
        long nodes = alike.getLong("nodes");
        List<String> rules = Text.split(alike.getString("rules"));
        int next = 0;
        for (Severity severity : NodeColumns.SEVERITIES) {
            int end = Math.min(rules.size(), next + alike.getInt("findings_" + severity.wire()));
            for (; next < end; next++) {
                counts.merge(rules.get(next), new RuleCount(rules.get(next), severity, nodes), RuleReader::both);
            }
        }
        if (alike.getBoolean("silent")) {
            RuleCount silent = new RuleCount(SilenceWatch.RULE, SilenceWatch.SEVERITY, nodes);
            counts.merge(SilenceWatch.RULE, silent, RuleReader::both);
        }
    }

    private static RuleCount both(RuleCount one, RuleCount other) {
        Severity worst = one.severity().compareTo(other.severity()) > 0 ? one.severity() : other.severity();
        return new RuleCount(one.rule(), worst, one.nodes() + other.nodes());
    }
}
