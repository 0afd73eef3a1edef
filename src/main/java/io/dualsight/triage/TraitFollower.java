package io.dualsight.triage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.store.CommitFollower;
import io.dualsight.store.KeptReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what nodes may have in common; it seldom changes, so memory spares the look. */
@Component
class TraitFollower implements CommitFollower {

    private final JdbcTemplate jdbc;
    private final Cache<Long, NodeTraits> known;

    TraitFollower(JdbcTemplate jdbc, TriageSettings settings) {
        this.jdbc = jdbc;
        this.known = Caffeine.newBuilder().maximumSize(settings.nodesInMemory()).build();
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Map<Long, NodeTraits> traits = new TreeMap<>();
        for (KeptReport report : kept) {
            if (report.different()) {
                traits.put(report.nodeId(), NodeTraits.of(report));
            }
        }
        traits.entrySet().removeIf(each -> each.getValue().equals(known.getIfPresent(each.getKey())));
        if (!traits.isEmpty()) {
            write(traits);
            AfterCommit.run(() -> known.putAll(traits));
        }
    }

    private void write(Map<Long, NodeTraits> traits) {
        List<Object[]> rows = new ArrayList<>();
        traits.forEach((node, its) -> rows.add(new Object[] {its.os(), its.ipv4Subnet(), its.ipv6Subnet(), node}));
        int[] changed = jdbc.batchUpdate(
                "update node_trait set os = ?, ipv4_subnet = ?, ipv6_subnet = ? where node_id = ?", rows);
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        if (!missing.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into node_trait (os, ipv4_subnet, ipv6_subnet, node_id) values (?, ?, ?, ?)", missing);
        }
    }
}
