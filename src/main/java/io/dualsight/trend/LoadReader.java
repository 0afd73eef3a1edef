package io.dualsight.trend;

import io.dualsight.store.BadQueryException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads what nodes and agents used: of clusters as it was reckoned, of other nodes from their own readings. */
final class LoadReader {

    private static final String RECKONED =
            "select * from fleet_load where cluster = ? and hour_start >= ? and hour_start < ? order by hour_start";

    private static final String OWN = "select '' as cluster, load.hour_start, count(*) as nodes, "
            + LoadDigest.PERCENTILES + " from node_load load join node on node.id = load.node_id%s"
            + " group by load.hour_start order by load.hour_start";

    /** Of the percentiles among the columns of both. */
    private static final int FIRST = 4;

    private final JdbcTemplate jdbc;

    LoadReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Series<LoadPoint> loads(SeriesQuestion question) {
        if (question.groupBy() != GroupBy.NOTHING && question.groupBy() != GroupBy.CLUSTER) {
            throw new BadQueryException("groupBy", question.groupBy().parameter(), "cluster, or nothing");
        }
        List<Series.Line<LoadPoint>> lines = new ArrayList<>();
        for (String cluster : clusters(question)) {
            List<LoadPoint> points = points(question, cluster);
            if (question.groupBy() == GroupBy.NOTHING || !points.isEmpty()) {
                lines.add(new Series.Line<>(question.groupBy().group(cluster), points, null));
            }
        }
        Span span = question.span();
        return new Series<>(span.from(), span.to(), span.bucket().toSeconds(), "percent, bytes", lines);
    }

    private List<String> clusters(SeriesQuestion question) {
        String cluster = question.filter().cluster();
        if (cluster != null || question.groupBy() == GroupBy.NOTHING) {
            return List.of(cluster == null ? "" : cluster);
        }
        return jdbc.queryForList("select name from cluster order by name", String.class);
    }

    private List<LoadPoint> points(SeriesQuestion question, String cluster) {
        Span span = question.span();
        // A later hour of a bucket takes the place of an earlier one.
        Map<Integer, LoadPoint> points = new TreeMap<>();
        RowCallbackHandler each = row -> {
            LoadPoint point = point(row, span);
            points.put(span.index(point.start().getEpochSecond()), point);
        };
        Object from = span.start(0).atOffset(ZoneOffset.UTC);
        Object to = span.to().atOffset(ZoneOffset.UTC);
        TrendFilter filter = question.filter();
        if (filter.isOfClusters()) {
            jdbc.query(RECKONED, each, cluster, from, to);
        } else {
            StartConditions conditions = StartConditions.ofNodes(cluster.isEmpty() ? filter : filter.ofCluster(cluster))
                    .add("load.hour_start >= ?", from)
                    .add("load.hour_start < ?", to);
            jdbc.query(OWN.formatted(conditions.where()), each, conditions.values());
        }
        return List.copyOf(points.values());
    }

    private static LoadPoint point(ResultSet row, Span span) throws SQLException {
        Instant hour = Objects.requireNonNull(Moments.read(row, "hour_start"));
        return new LoadPoint(
                span.start(span.index(hour.getEpochSecond())),
                row.getLong("nodes"),
                spread(row, FIRST),
                spread(row, FIRST + 2),
                spread(row, FIRST + 4),
                spread(row, FIRST + 6));
    }

    private static LoadPoint.@Nullable Spread spread(ResultSet row, int column) throws SQLException {
        double p50 = row.getDouble(column);
        return row.wasNull() ? null : new LoadPoint.Spread(p50, row.getDouble(column + 1));
    }
}
