package io.dualsight.trend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the starts and attempts of a stretch of time into columns. */
final class DayReader {

    private static final String STARTS =
            "select node_id, method, kind, version, cni, started_at, ready_seconds, outcome,"
                    + " reason from start_event where started_at >= ? and started_at < ?";
    private static final String ATTEMPTS = "select node_id, component, version, cni, slot_start, successes, failures"
            + " from start_attempt where slot_start >= ? and slot_start < ?";
    private static final String ONE_NODE = " and node_id = ?";

    /** What counts alike together, and samples by size: many of them one after the other are sorted by merging. */
    private static final Comparator<DayBlock.OneStart> IN_RUNS = Comparator.comparing(DayBlock.OneStart::method)
            .thenComparing(DayBlock.OneStart::reason, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DayBlock.OneStart::seconds, Comparator.nullsLast(Comparator.naturalOrder()));

    /** 10 MB or so. */
    private static final int MOST_NODES = 100_000;

    private final JdbcTemplate jdbc;
    private final NodePlaces places;
    /** So that one look at many days does not ask for the same nodes on each. */
    private final Cache<Long, NodePlaces.Place> known = Caffeine.newBuilder()
            .maximumSize(MOST_NODES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    DayReader(JdbcTemplate jdbc, NodePlaces places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Of all nodes where none is named. */
    DayBlock read(Span.Window range, @Nullable Long node) {
        List<Object> values = new ArrayList<>(
                Arrays.asList(range.from().atOffset(ZoneOffset.UTC), range.to().atOffset(ZoneOffset.UTC)));
        if (node != null) {
            values.add(node);
        }
        String which = node == null ? "" : ONE_NODE;
        List<StartRow> starts = jdbc.query(STARTS + which, (row, n) -> start(row), values.toArray());
        List<AttemptRow> attempts = jdbc.query(ATTEMPTS + which, (row, n) -> attempt(row), values.toArray());
        Set<Long> ids = new HashSet<>();
        starts.forEach(row -> ids.add(row.of().nodeId()));
        attempts.forEach(row -> ids.add(row.of().nodeId()));
        return block(starts, attempts, known.getAll(ids, places::of));
    }

    /** A node that has just gone is left out. */
    private static DayBlock block(List<StartRow> starts, List<AttemptRow> attempts, Map<Long, NodePlaces.Place> nodes) {
        DayBlock block = new DayBlock();
        Map<Facet, List<StartRow>> alike = new HashMap<>();
        for (StartRow row : starts) {
            NodePlaces.Place node = nodes.get(row.of().nodeId());
            if (node != null) {
                alike.computeIfAbsent(row.of().facet(node), facet -> new ArrayList<>())
                        .add(row);
            }
        }
        alike.forEach((facet, rows) -> {
            rows.sort(Comparator.comparing(StartRow::start, IN_RUNS));
            rows.forEach(row -> block.addStart(facet, row.of().at(), row.start()));
        });
        // Of many nodes alike, one row.
        Map<Slot, long[]> counted = new HashMap<>();
        for (AttemptRow row : attempts) {
            NodePlaces.Place node = nodes.get(row.of().nodeId());
            if (node != null) {
                long[] counts = counted.computeIfAbsent(
                        new Slot(row.of().facet(node), row.of().at()), slot -> new long[2]);
                counts[0] += row.successes();
                counts[1] += row.failures();
            }
        }
        counted.forEach((slot, counts) -> block.addAttempts(slot.facet(), slot.at(), counts[0], counts[1]));
        return block;
    }

    private static StartRow start(ResultSet row) throws SQLException {
        return new StartRow(
                of(row, "", "started_at"),
                new DayBlock.OneStart(
                        StartMethod.valueOf(row.getString("method")),
                        StartKind.valueOf(row.getString("kind")),
                        row.getObject("ready_seconds", Double.class),
                        row.getInt("outcome"),
                        reason(row.getString("reason"))));
    }

    private static AttemptRow attempt(ResultSet row) throws SQLException {
        return new AttemptRow(
                of(row, row.getString("component"), "slot_start"), row.getLong("successes"), row.getLong("failures"));
    }

    private static Of of(ResultSet row, String component, String time) throws SQLException {
        return new Of(
                row.getLong("node_id"),
                row.getString("version"),
                row.getString("cni"),
                component,
                Objects.requireNonNull(Moments.read(row, time)).getEpochSecond());
    }

    private static @Nullable NoSample reason(@Nullable String name) {
        return name == null ? null : NoSample.valueOf(name);
    }

    private record StartRow(Of of, DayBlock.OneStart start) {}

    private record AttemptRow(Of of, long successes, long failures) {}

    private record Slot(Facet facet, long at) {}

    /** Whose it is, and when. */
    private record Of(long nodeId, String version, String cni, String component, long at) {

        Facet facet(NodePlaces.Place node) {
            return new Facet(node.cluster(), node.roles(), version, cni, component);
        }
    }
}
