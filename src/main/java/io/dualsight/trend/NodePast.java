package io.dualsight.trend;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many nodes were how, told from how they are and what changed since. */
final class NodePast {

    private static final String BUCKET = "floor(extract(epoch from %s) / ?)";

    private final JdbcTemplate jdbc;

    NodePast(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nodes by family or verdict at the end of each bucket: today's counts, and the changes taken back one by one. */
    Series<CountPoint> counts(String what, SeriesQuestion question) {
        Span span = question.span();
        Map<Long, Map<String, Long>> changes = changes(what, question);
        new NodeArrivals(jdbc).add(what, question, changes);
        Map<String, Long> values = now(what, question.filter());
        changes.values().forEach(each -> each.keySet().forEach(value -> values.putIfAbsent(value, 0L)));
        values.remove("");
        Series.Line<CountPoint> line = new Series.Line<>(Map.of(), points(span, changes, values), null);
        return new Series<>(span.from(), span.to(), span.bucket().toSeconds(), "nodes", List.of(line));
    }

    private static List<CountPoint> points(Span span, Map<Long, Map<String, Long>> changes, Map<String, Long> values) {
        List<CountPoint> points = new ArrayList<>();
        long first = Math.floorDiv(span.from().getEpochSecond(), span.bucket().toSeconds());
        takeBackAfter(first + span.points() - 1, changes, values);
        for (int i = span.points() - 1; i >= 0; i--) {
            points.add(new CountPoint(span.start(i), values));
            takeBack(changes.getOrDefault(first + i, Map.of()), values);
        }
        Collections.reverse(points);
        return points;
    }

    private static void takeBackAfter(long bucket, Map<Long, Map<String, Long>> changes, Map<String, Long> values) {
        changes.forEach((each, byValue) -> {
            if (each > bucket) {
                takeBack(byValue, values);
            }
        });
    }

    private static void takeBack(Map<String, Long> gained, Map<String, Long> values) {
        gained.forEach((value, nodes) -> values.computeIfPresent(value, (each, now) -> Math.max(0, now - nodes)));
    }

    private Map<String, Long> now(String what, TrendFilter filter) {
        String column = column(what);
        StartConditions conditions = StartConditions.ofNodes(filter);
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(
                "select " + column + " as value_now, count(*) as nodes from node" + conditions.where() + " group by "
                        + column,
                row -> {
                    counts.put(row.getString("value_now"), row.getLong("nodes"));
                },
                conditions.values());
        return counts;
    }

    /** What each value has gained in each bucket. */
    private Map<Long, Map<String, Long>> changes(String what, SeriesQuestion question) {
        Map<Long, Map<String, Long>> gained = new TreeMap<>();
        StartConditions conditions = StartConditions.ofNodes(question.filter())
                .add("change.what = ?", what)
                .add("change.changed_at >= ?", question.span().from().atOffset(ZoneOffset.UTC));
        List<Object> values = values(question, conditions);
        jdbc.query(
                changed(conditions),
                row -> {
                    Map<String, Long> bucket = gained.computeIfAbsent(row.getLong("bucket"), each -> new TreeMap<>());
                    bucket.merge(said(row.getString("after_value")), row.getLong("nodes"), Long::sum);
                    bucket.merge(said(row.getString("before_value")), -row.getLong("nodes"), Long::sum);
                },
                values.toArray());
        return gained;
    }

    static String column(String what) {
        return what.equals("verdict") ? "node.judged_verdict" : "node." + what;
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
        List<Object> values = new ArrayList<>(List.of(question.span().bucket().toSeconds()));
        values.addAll(List.of(conditions.values()));
        return values;
    }

    static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
