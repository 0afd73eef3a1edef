package io.dualsight.store;

import io.dualsight.contract.Report;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads stored reports back. */
final class FactsReader implements FactsHistory {

    private final JdbcTemplate jdbc;

    FactsReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void stream(Consumer<ReportFacts> each) {
        List<Long> nodes = jdbc.queryForList("select id from node order by id", Long.class);
        nodes.forEach(node -> stream(node, each));
    }

    private void stream(long nodeId, Consumer<ReportFacts> each) {
        jdbc.query(
                "select node.cluster, node.name, facts_no, facts.body, facts.family, facts.cni from facts"
                        + " join node on node.id = facts.node_id where facts.node_id = ? order by facts_no",
                row -> {
                    NodeKey key = new NodeKey(row.getString("cluster"), row.getString("name"));
                    Said said = new Said(nodeId, row.getString("family"), row.getString("cni"));
                    stream(said, key, new Stored(row.getInt("facts_no"), row.getString("body")), each);
                },
                nodeId);
    }

    private void stream(Said said, NodeKey key, Stored stored, Consumer<ReportFacts> each) {
        jdbc.query(
                "select report_id, collected_at from report where node_id = ? and " + ReportRow.FACTS_NO
                        + " = ? order by collected_at",
                row -> {
                    Report report = new ReportParts(stored.body(), StandingReader.rest(row)).whole(key);
                    Instant at = report.origin().collectedAt();
                    each.accept(new ReportFacts(said.nodeId(), at, report, said.family(), said.cni()));
                },
                said.nodeId(),
                stored.factsNo());
    }

    private record Said(
            long nodeId, String family, @Nullable String cni) {}

    private record Stored(int factsNo, String body) {}
}
