package io.dualsight.trend;

import io.dualsight.store.Answers;
import io.dualsight.store.ChangeDay;
import io.dualsight.store.ChangeDays;
import io.dualsight.store.Changes;
import io.dualsight.store.FleetRevision;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds when versions changed. */
final class UpgradeReader {

    private static final Comparator<Upgrade> LARGEST_FIRST =
            Comparator.comparing(Upgrade::nodes).reversed().thenComparing(Upgrade::start);

    private final JdbcTemplate jdbc;
    private final ChangeDays days;
    private final FleetRevision revision;
    private final Answers<SeriesQuestion, List<Upgrade>> answers = new Answers<>(List::size);

    UpgradeReader(JdbcTemplate jdbc, ChangeDays days) {
        this.jdbc = jdbc;
        this.days = days;
        this.revision = FleetRevision.ofNodes(jdbc);
    }

    List<Upgrade> upgrades(SeriesQuestion question) {
        long nodes = revision.now();
        List<ChangeDay> changes = days.since(question.span().from());
        return answers.of(question, List.of(nodes, ChangeDay.state(changes)), () -> upgrades(question, changes));
    }

    private List<Upgrade> upgrades(SeriesQuestion question, List<ChangeDay> changes) {
        Span span = question.span();
        Set<Long> nodes = nodes(question.filter());
        Map<Step, Long> counts = new HashMap<>();
        changes.forEach(day -> count(day.of("distributionVersion"), nodes, span, counts));
        return counts.entrySet().stream()
                .map(each -> upgrade(each.getKey(), span, each.getValue()))
                .sorted(LARGEST_FIRST)
                .limit(Upgrade.MOST)
                .sorted(Comparator.comparing(Upgrade::start))
                .toList();
    }

    /** Those that the filter takes; absent where it takes all. The version is that of now, and no matter. */
    private @Nullable Set<Long> nodes(TrendFilter filter) {
        StartConditions conditions = StartConditions.ofNodes(filter.ofVersion(null));
        String where = conditions.where();
        return where.isEmpty()
                ? null
                : new HashSet<>(jdbc.queryForList("select node.id from node" + where, Long.class, conditions.values()));
    }

    private static void count(Changes changes, @Nullable Set<Long> nodes, Span span, Map<Step, Long> counts) {
        for (int i = 0; i < changes.size(); i++) {
            if (span.holds(changes.second(i)) && (nodes == null || nodes.contains(changes.node(i)))) {
                Step step = new Step(
                        span.index(changes.second(i)),
                        changes.value(changes.before(i)),
                        changes.value(changes.after(i)));
                counts.merge(step, 1L, Long::sum);
            }
        }
    }

    private static Upgrade upgrade(Step step, Span span, long nodes) {
        return new Upgrade(span.start(step.bucket()), step.before(), step.after(), nodes);
    }

    private record Step(
            int bucket, @Nullable String before, @Nullable String after) {}
}
