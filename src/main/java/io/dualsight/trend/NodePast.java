package io.dualsight.trend;

import io.dualsight.store.Answers;
import io.dualsight.store.ChangeDay;
import io.dualsight.store.ChangeDays;
import io.dualsight.store.Changes;
import io.dualsight.store.FleetRevision;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many nodes were how, told from how they are and what changed since. */
final class NodePast {

    private final JdbcTemplate jdbc;
    private final ChangeDays days;
    private final FleetRevision revision;
    private final Answers<Asked, Series<CountPoint>> answers = new Answers<>(Series::weight);

    NodePast(JdbcTemplate jdbc, ChangeDays days) {
        this.jdbc = jdbc;
        this.days = days;
        this.revision = FleetRevision.ofNodes(jdbc);
    }

    /** Nodes by family or verdict at the end of each bucket: today's counts, and the changes taken back one by one. */
    Series<CountPoint> counts(String what, SeriesQuestion question) {
        long nodes = revision.now();
        List<ChangeDay> changes = days.since(question.span().from());
        return answers.of(
                new Asked(what, question),
                List.of(nodes, ChangeDay.state(changes)),
                () -> count(what, question, changes));
    }

    private Series<CountPoint> count(String what, SeriesQuestion question, List<ChangeDay> changes) {
        Span span = question.span();
        NodeCounts counts = new NodeCounts(span);
        Map<Long, Integer> came = now(what, question, counts);
        changes.forEach(day -> add(day.of(what), came, counts));
        Series.Line<CountPoint> line = new Series.Line<>(Map.of(), counts.points(), null);
        return new Series<>(span.from(), span.to(), span.bucket().toSeconds(), "nodes", List.of(line));
    }

    /** How nodes are, and when they came. Who came within the range counts as come like this, until changes say otherwise. */
    private Map<Long, Integer> now(String what, SeriesQuestion question, NodeCounts counts) {
        StartConditions conditions = StartConditions.ofNodes(question.filter());
        Map<Long, Integer> came = new HashMap<>();
        jdbc.query(
                "select node.id, " + column(what) + ", coalesce(arrival.arrived_at, node.first_seen_at) from node"
                        + " left join node_arrival arrival on arrival.node_id = node.id" + conditions.where(),
                row -> {
                    int bucket =
                            counts.bucket(row.getObject(3, OffsetDateTime.class).toEpochSecond());
                    came.put(row.getLong(1), bucket);
                    counts.now(row.getString(2), bucket);
                },
                conditions.values());
        return came;
    }

    private static String column(String what) {
        return what.equals("verdict") ? "node.judged_verdict" : "node." + what;
    }

    /** Each change moves a node in its bucket, and makes it one that came as it was before. */
    private static void add(Changes changes, Map<Long, Integer> came, NodeCounts counts) {
        NodeCounts.Value[] known = new NodeCounts.Value[changes.values()];
        for (int i = 0; i < changes.size(); i++) {
            Integer arrival = came.get(changes.node(i));
            int bucket = counts.bucket(changes.second(i));
            if (arrival != null && bucket >= 0) {
                NodeCounts.Value before = value(changes, changes.before(i), counts, known);
                NodeCounts.Value after = value(changes, changes.after(i), counts, known);
                counts.add(bucket, before, after);
                counts.add(arrival, after, before);
            }
        }
    }

    /** Looked up once a day and value, and not at all where no change has it. */
    private static NodeCounts.@Nullable Value value(
            Changes changes, int number, NodeCounts counts, NodeCounts.@Nullable Value[] known) {
        if (number == Changes.NOTHING) {
            return null;
        }
        if (known[number] == null) {
            known[number] = counts.value(String.valueOf(changes.value(number)));
        }
        return known[number];
    }

    /** Of which of a node's properties what is asked. */
    private record Asked(String what, SeriesQuestion question) {}
}
