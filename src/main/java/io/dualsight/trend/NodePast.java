package io.dualsight.trend;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many nodes were how, told from how they are and what changed since. */
final class NodePast {

    /** Without its type H2 takes the bucket's length for a number of 100,000 digits, and divides for a millisecond. */
    private static final String BUCKET = "floor(extract(epoch from %s) / cast(? as bigint))";

    /** The bucket in which a node came; -1 where that was before the range. */
    private static final String CAME = "case when coalesce(arrival.arrived_at, node.first_seen_at) >= ? then "
            + BUCKET.formatted("coalesce(arrival.arrived_at, node.first_seen_at)") + " else -1 end";

    private static final String ARRIVAL = " left join node_arrival arrival on arrival.node_id = node.id";

    private final JdbcTemplate jdbc;

    NodePast(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nodes by family or verdict at the end of each bucket: today's counts, and the changes taken back one by one. */
    Series<CountPoint> counts(String what, SeriesQuestion question) {
        Span span = question.span();
        Gains gains = new Gains();
        Map<String, Long> values = now(what, question, gains);
        changes(what, question, gains);
        gains.byBucket.values().forEach(each -> each.keySet().forEach(value -> values.putIfAbsent(value, 0L)));
        values.remove("");
        Series.Line<CountPoint> line = new Series.Line<>(Map.of(), points(span, gains.byBucket, values), null);
        return new Series<>(span.from(), span.to(), span.bucket().toSeconds(), "nodes", List.of(line));
    }

    private static List<CountPoint> points(Span span, Map<Long, Map<String, Long>> gains, Map<String, Long> values) {
        List<CountPoint> points = new ArrayList<>();
        long first = Math.floorDiv(span.from().getEpochSecond(), span.bucket().toSeconds());
        gains.forEach((bucket, gained) -> {
            if (bucket > first + span.points() - 1) {
                takeBack(gained, values);
            }
        });
        for (int i = span.points() - 1; i >= 0; i--) {
            points.add(new CountPoint(span.start(i), notNegative(values)));
            takeBack(gains.getOrDefault(first + i, Map.of()), values);
        }
        Collections.reverse(points);
        return points;
    }

    private static void takeBack(Map<String, Long> gained, Map<String, Long> values) {
        gained.forEach((value, nodes) -> values.computeIfPresent(value, (each, now) -> now - nodes));
    }

    /** Where a change is lost, a count may come out wrong, but never as nonsense. */
    private static Map<String, Long> notNegative(Map<String, Long> values) {
        Map<String, Long> counts = new HashMap<>(values);
        counts.replaceAll((value, nodes) -> Math.max(0, nodes));
        return counts;
    }

    /** How many are how now. Who came within the range counts as come like this, until its changes say otherwise. */
    private Map<String, Long> now(String what, SeriesQuestion question, Gains gains) {
        StartConditions conditions = StartConditions.ofNodes(question.filter());
        Map<String, Long> counts = new TreeMap<>();
        List<Object> values = came(question);
        values.addAll(Arrays.asList(conditions.values()));
        jdbc.query(
                "select value_now, came, count(*) as nodes from (select " + column(what) + " as value_now, " + CAME
                        + " as came from node" + ARRIVAL + conditions.where() + ") counted group by value_now, came",
                row -> {
                    counts.merge(row.getString("value_now"), row.getLong("nodes"), Long::sum);
                    gains.add(row.getLong("came"), row.getString("value_now"), row.getLong("nodes"));
                },
                values.toArray());
        return counts;
    }

    /** What each value has gained in each bucket, and what nodes had that came in it. */
    private void changes(String what, SeriesQuestion question, Gains gains) {
        StartConditions conditions = StartConditions.ofNodes(question.filter())
                .add("change.what = ?", what)
                .add("change.changed_at >= ?", from(question));
        List<Object> values = new ArrayList<>(List.of(seconds(question)));
        values.addAll(came(question));
        values.addAll(Arrays.asList(conditions.values()));
        jdbc.query(
                "select bucket, came, before_value, after_value, count(*) as nodes from (select "
                        + BUCKET.formatted("change.changed_at") + " as bucket, " + CAME + " as came, before_value,"
                        + " after_value from node_change change join node on node.id = change.node_id" + ARRIVAL
                        + conditions.where() + ") changed group by bucket, came, before_value, after_value",
                row -> {
                    long nodes = row.getLong("nodes");
                    String before = said(row.getString("before_value"));
                    String after = said(row.getString("after_value"));
                    gains.add(row.getLong("bucket"), after, nodes);
                    gains.add(row.getLong("bucket"), before, -nodes);
                    gains.add(row.getLong("came"), after, -nodes);
                    gains.add(row.getLong("came"), before, nodes);
                },
                values.toArray());
    }

    private static String column(String what) {
        return what.equals("verdict") ? "node.judged_verdict" : "node." + what;
    }

    private static List<Object> came(SeriesQuestion question) {
        return new ArrayList<>(List.of(from(question), seconds(question)));
    }

    private static OffsetDateTime from(SeriesQuestion question) {
        return question.span().from().atOffset(ZoneOffset.UTC);
    }

    private static long seconds(SeriesQuestion question) {
        return question.span().bucket().toSeconds();
    }

    /** Changes counted by bucket. */
    static String changed(StartConditions conditions) {
        return "select bucket, before_value, after_value, count(*) as nodes from (select "
                + BUCKET.formatted("change.changed_at") + " as bucket, before_value, after_value"
                + " from node_change change join node on node.id = change.node_id" + conditions.where()
                + ") changed group by bucket, before_value, after_value";
    }

    /** The bucket's length stands first in these statements. */
    static List<Object> values(SeriesQuestion question, StartConditions conditions) {
        List<Object> values = new ArrayList<>(List.of(seconds(question)));
        values.addAll(List.of(conditions.values()));
        return values;
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** By how many nodes each value grew in each bucket. */
    private static final class Gains {

        private final Map<Long, Map<String, Long>> byBucket = new TreeMap<>();

        /** A negative bucket is before all of them, and of no interest. */
        void add(long bucket, String value, long nodes) {
            if (bucket >= 0) {
                byBucket.computeIfAbsent(bucket, each -> new TreeMap<>()).merge(value, nodes, Long::sum);
            }
        }
    }
}
