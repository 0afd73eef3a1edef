package io.dualsight.trend;

import io.dualsight.store.CommitFollower;
import io.dualsight.store.KeptReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what nodes use: the first reading of each hour, so that of sixty reports fifty-nine cost nothing. Which hours have
 * theirs is remembered for the newest hour of each node; after a start the database knows.
 */
final class LoadFollower implements CommitFollower {

    private static final String INSERT = "insert into node_load (node_id, hour_start, cpu_percent, memory_percent,"
            + " agent_bytes, agent_cpu_percent) select cast(? as bigint), cast(? as timestamp with time zone),"
            + " cast(? as double precision), cast(? as double precision), cast(? as double precision),"
            + " cast(? as double precision) where not exists"
            + " (select 1 from node_load where node_id = ? and hour_start = ?)";

    private final JdbcTemplate jdbc;
    private final Map<Long, Instant> newest = new HashMap<>();

    LoadFollower(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Map<Long, Instant> hours = new LinkedHashMap<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (KeptReport report : kept) {
            Instant hour = hour(report);
            Instant known = hours.getOrDefault(report.nodeId(), newest.getOrDefault(report.nodeId(), Instant.MIN));
            if (report.newest() && !report.again() && hour.isAfter(known)) {
                Load.of(report.judged().report()).ifPresent(load -> {
                    rows.add(row(report.nodeId(), hour, load));
                    hours.put(report.nodeId(), hour);
                });
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows);
            forget(hours);
            remember(hours);
        }
    }

    private static Instant hour(KeptReport report) {
        return report.judged().origin().collectedAt().truncatedTo(ChronoUnit.HOURS);
    }

    private static @Nullable Object[] row(long nodeId, Instant hour, Load load) {
        List<@Nullable Object> row = new ArrayList<>(List.of(nodeId, hour.atOffset(ZoneOffset.UTC)));
        row.addAll(load.values());
        row.add(nodeId);
        row.add(hour.atOffset(ZoneOffset.UTC));
        return row.toArray();
    }

    /** An hour that was reckoned without these is reckoned again; mostly it is not over, and has no row. */
    private void forget(Map<Long, Instant> hours) {
        jdbc.batchUpdate(
                "delete from fleet_load where hour_start = ?",
                new TreeSet<>(hours.values())
                        .stream()
                                .map(hour -> new Object[] {hour.atOffset(ZoneOffset.UTC)})
                                .toList());
    }

    /** Only once the transaction is through. */
    private void remember(Map<Long, Instant> hours) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                newest.putAll(hours);
            }
        });
    }
}
