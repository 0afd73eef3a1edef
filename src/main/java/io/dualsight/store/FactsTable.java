package io.dualsight.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What nodes say, once each. */
final class FactsTable {

    private final JdbcTemplate jdbc;

    FactsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks up what the node said before its newest report: a node that goes back to an old state says nothing new. */
    void find(NodeDraft node, String sha256) {
        if (node.knowsFacts(sha256) || node.base().facts().last() == 0) {
            return;
        }
        jdbc.query(
                "select facts_no from facts where node_id = ? and sha256 = ?",
                row -> {
                    node.facts(sha256, row.getInt("facts_no"));
                },
                node.id(),
                sha256);
    }

    void insert(Collection<NodeDraft> nodes) {
        List<Object[]> rows = new ArrayList<>();
        for (NodeDraft node : nodes) {
            node.newFacts().forEach((number, report) -> rows.add(row(node.id(), number, report)));
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into facts (node_id, facts_no, sha256, family, ipv4_address, ipv6_address,"
                            + " node_ip_configured, ready_seconds, distribution_version, probe_errors, cni, body)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    /**
     * Keeps track of which facts nodes say no more.
     *
     * @throws NodeMovedException where retention has just deleted some that are said again
     */
    void leave(Collection<NodeDraft> nodes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (NodeDraft node : nodes) {
            node.left().forEach((number, at) -> {
                Object moment = at == null ? null : UtcColumn.of(at);
                rows.add(new @Nullable Object[] {moment, moment, node.id(), number});
            });
        }
        int updated = rows.isEmpty()
                ? 0
                : IntStream.of(jdbc.batchUpdate(
                                "update facts set left_at = case when left_at > ? then left_at else ? end"
                                        + " where node_id = ? and facts_no = ?",
                                rows))
                        .sum();
        if (updated != rows.size()) {
            throw new NodeMovedException();
        }
    }

    private static @Nullable Object[] row(long nodeId, int number, Incoming report) {
        ReportEntry.Summary summary = report.summary();
        return new @Nullable Object[] {
            nodeId,
            number,
            report.sha256(),
            summary.family().wire(),
            summary.ipv4Address(),
            summary.ipv6Address(),
            Text.join(summary.nodeIpConfigured()),
            summary.readySeconds(),
            summary.distributionVersion(),
            summary.probeErrors(),
            report.snapshot().platform().cni(),
            report.sent().facts()
        };
    }
}
