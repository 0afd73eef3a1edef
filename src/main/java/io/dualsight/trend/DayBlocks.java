package io.dualsight.trend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The days of starts that charts look at. A day's columns are kept in memory with the revision that they were read at,
 * and read again when the table says another: one small query a chart, and rows only for days that changed.
 */
final class DayBlocks {

    /** About 64 MB at most. */
    private static final int MOST_ROWS = 2_000_000;

    private static final String STARTS = "select node.cluster, node.roles, event.method, event.kind, event.version,"
            + " event.cni, event.started_at, event.ready_seconds, event.outcome, event.reason from start_event event"
            + " join node on node.id = event.node_id where event.started_at >= ? and event.started_at < ?";
    private static final String ATTEMPTS = "select node.cluster, node.roles, attempt.component, attempt.version,"
            + " attempt.cni, attempt.slot_start, sum(attempt.successes) as successes,"
            + " sum(attempt.failures) as failures from start_attempt attempt join node on node.id = attempt.node_id"
            + " where attempt.slot_start >= ? and attempt.slot_start < ?";
    private static final String GROUPED = " group by node.cluster, node.roles, attempt.component, attempt.version,"
            + " attempt.cni, attempt.slot_start";
    private static final String ONE_NODE = " and node.cluster = ? and node.name = ?";

    private final JdbcTemplate jdbc;
    private final DayTable days;
    private final Cache<LocalDate, Known> known = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((LocalDate day, Known each) -> 1 + each.block().rows())
            .build();

    DayBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.days = new DayTable(jdbc);
    }

    /** Everything that may lie in the range; some of it may lie beside it. */
    List<DayBlock> blocks(Span.Window range, TrendFilter filter) {
        if (filter.node() != null && filter.cluster() != null) {
            return List.of(load(range.from(), range.to(), filter.cluster(), filter.node()));
        }
        Map<LocalDate, Long> revisions = days.revisions(
                StartBook.day(range.from()), StartBook.day(range.to().minusNanos(1)));
        List<DayBlock> blocks = new ArrayList<>();
        revisions.forEach((day, revision) -> blocks.add(block(day, revision)));
        return blocks;
    }

    private DayBlock block(LocalDate day, long revision) {
        Known found = known.getIfPresent(day);
        if (found != null && found.revision() == revision) {
            return found.block();
        }
        // The revision was read first: at worst the rows are newer than it says, and are read once more.
        DayBlock block = load(start(day), start(day.plusDays(1)));
        known.put(day, new Known(revision, block));
        return block;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private DayBlock load(Instant from, Instant to, String... node) {
        List<Object> values = new ArrayList<>(List.of(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)));
        values.addAll(List.of(node));
        String which = node.length == 0 ? "" : ONE_NODE;
        DayBlock block = new DayBlock();
        jdbc.query(
                STARTS + which,
                row -> {
                    addStart(block, row);
                },
                values.toArray());
        jdbc.query(
                ATTEMPTS + which + GROUPED,
                row -> {
                    addAttempts(block, row);
                },
                values.toArray());
        return block;
    }

    private static void addStart(DayBlock block, ResultSet row) throws SQLException {
        block.addStart(
                facet(row, ""),
                second(row, "started_at"),
                new DayBlock.OneStart(
                        StartMethod.valueOf(row.getString("method")),
                        StartKind.valueOf(row.getString("kind")),
                        row.getObject("ready_seconds", Double.class),
                        row.getInt("outcome"),
                        reason(row.getString("reason"))));
    }

    private static void addAttempts(DayBlock block, ResultSet row) throws SQLException {
        block.addAttempts(
                facet(row, row.getString("component")),
                second(row, "slot_start"),
                row.getLong("successes"),
                row.getLong("failures"));
    }

    private static @Nullable NoSample reason(@Nullable String name) {
        return name == null ? null : NoSample.valueOf(name);
    }

    private static Facet facet(ResultSet row, String component) throws SQLException {
        return new Facet(
                row.getString("cluster"),
                row.getString("roles"),
                row.getString("version"),
                row.getString("cni"),
                component);
    }

    private static long second(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Moments.read(row, column)).getEpochSecond();
    }

    /** A day as it was at a revision. */
    private record Known(long revision, DayBlock block) {}
}
