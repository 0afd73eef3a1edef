package io.dualsight.trend;

import io.dualsight.store.CommitFollower;
import io.dualsight.store.KeptReport;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes since when a node is there by its own clock: what it had spooled tells of a time before anybody heard of it. */
final class ArrivalFollower implements CommitFollower {

    private final JdbcTemplate jdbc;

    ArrivalFollower(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Map<Long, OffsetDateTime> arrived = new LinkedHashMap<>();
        kept.stream()
                .filter(report -> report.newest() && report.before().collectedAt() == null)
                .forEach(report ->
                        arrived.putIfAbsent(report.nodeId(), report.placedAt().atOffset(ZoneOffset.UTC)));
        if (!arrived.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into node_arrival (node_id, arrived_at) values (?, ?)",
                    arrived.entrySet().stream()
                            .map(each -> new Object[] {each.getKey(), each.getValue()})
                            .toList());
        }
    }
}
