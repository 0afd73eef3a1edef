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

/** Keeps which operating system nodes have; it seldom changes, so memory spares the look. */
@Component
class TraitFollower implements CommitFollower {

    private static final int LONGEST = 256;

    private final JdbcTemplate jdbc;
    private final Cache<Long, String> known;

    TraitFollower(JdbcTemplate jdbc, TriageSettings settings) {
        this.jdbc = jdbc;
        this.known = Caffeine.newBuilder().maximumSize(settings.nodesInMemory()).build();
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Map<Long, String> systems = new TreeMap<>();
        for (KeptReport report : kept) {
            String os = report.judged().report().host().system().os();
            if (report.different() && os != null && !os.isBlank()) {
                systems.put(report.nodeId(), os.substring(0, Math.min(os.length(), LONGEST)));
            }
        }
        systems.entrySet().removeIf(each -> each.getValue().equals(known.getIfPresent(each.getKey())));
        if (!systems.isEmpty()) {
            write(systems);
            AfterCommit.run(() -> known.putAll(systems));
        }
    }

    private void write(Map<Long, String> systems) {
        List<Object[]> rows = new ArrayList<>();
        systems.forEach((node, os) -> rows.add(new Object[] {os, node}));
        int[] changed = jdbc.batchUpdate("update node_trait set os = ? where node_id = ?", rows);
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        if (!missing.isEmpty()) {
            jdbc.batchUpdate("insert into node_trait (os, node_id) values (?, ?)", missing);
        }
    }
}
