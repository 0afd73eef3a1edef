package io.dualsight.trend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Reckons the percentiles of each hour's readings once the hour is over, so that a chart reads one row an hour. */
class LoadDigest {

    /** Readings that are still on their way. */
    private static final Duration GRACE = Duration.ofMinutes(5);
    /** At most so many hours a run. */
    private static final int HOURS = 200;

    static final List<String> READINGS = List.of("cpu_percent", "memory_percent", "agent_bytes", "agent_cpu_percent");

    /** In the order of {@code fleet_load}'s columns. */
    static final String PERCENTILES = READINGS.stream()
            .flatMap(reading -> Stream.of("0.5", "0.95")
                    .map(share -> "percentile_cont(" + share + ") within group (order by load." + reading + ")"))
            .collect(Collectors.joining(", "));

    private static final String COLUMNS = READINGS.stream()
            .flatMap(reading -> Stream.of(reading + "_p50", reading + "_p95"))
            .collect(Collectors.joining(", ", "(cluster, hour_start, nodes, ", ")"));

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadDigest(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT5M")
    @SchedulerLock(name = "load-digest")
    void run() {
        Instant over = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.HOURS);
        List<OffsetDateTime> missing = jdbc.queryForList(
                "select distinct hour_start from node_load where hour_start < ? and hour_start not in"
                        + " (select hour_start from fleet_load where cluster = '') order by hour_start limit " + HOURS,
                OffsetDateTime.class,
                over.atOffset(ZoneOffset.UTC));
        missing.forEach(hour -> transaction.executeWithoutResult(status -> reckon(hour)));
    }

    private void reckon(OffsetDateTime hour) {
        jdbc.update("delete from fleet_load where hour_start = ?", hour);
        jdbc.update(
                "insert into fleet_load " + COLUMNS + " select '', load.hour_start, count(*), " + PERCENTILES
                        + " from node_load load where load.hour_start = ? group by load.hour_start",
                hour);
        jdbc.update(
                "insert into fleet_load " + COLUMNS + " select node.cluster, load.hour_start, count(*), " + PERCENTILES
                        + " from node_load load join node on node.id = load.node_id where load.hour_start = ?"
                        + " group by node.cluster, load.hour_start",
                hour);
    }
}
