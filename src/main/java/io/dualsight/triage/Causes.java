package io.dualsight.triage;

import io.dualsight.store.Answers;
import io.dualsight.store.FleetRevision;
import io.dualsight.store.NodeObjects;
import io.dualsight.triage.SharedCause.Trait;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds what the nodes of one rule have in common and others have not. */
@Component
public class Causes {

    /** The greatest lift first; of equals what covers more, then what says less. */
    private static final Comparator<SharedCause> BEST_FIRST = Comparator.comparingDouble(SharedCause::lift)
            .thenComparingInt(SharedCause::affectedWith)
            .reversed()
            .thenComparingInt(cause -> cause.traits().size())
            .thenComparing(cause -> cause.traits().toString());

    private static final String NODES = " left join node_trait trait on trait.node_id = node.id";

    /** A node's operating system or subnet may change, and neither a list of nodes nor a finding with it. */
    private static final long SECONDS = 10;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final FleetRevision nodes;
    private final FleetRevision findings;
    private final Answers<Set<String>, Map<String, SharedCause>> answers = new Answers<>(Map::size);

    Causes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.nodes = FleetRevision.ofNodes(jdbc);
        this.findings = FleetRevision.ofFindings(jdbc);
    }

    /**
     * What stands out among the nodes of a rule, the most telling first.
     *
     * @param clusters whose nodes are compared; empty = all
     */
    public List<SharedCause> of(String rule, Collection<String> clusters) {
        return study(rule, clusters).causes(rule);
    }

    /**
     * The most telling of each rule that has one.
     *
     * @param clusters whose nodes are compared; empty = all
     */
    Map<String, SharedCause> best(Collection<String> clusters) {
        Object state = List.of(nodes.now(), findings.now(), clock.instant().getEpochSecond() / SECONDS);
        return answers.of(Set.copyOf(clusters), state, () -> study(clusters));
    }

    private Map<String, SharedCause> study(Collection<String> clusters) {
        Study study = study(null, clusters);
        Map<String, SharedCause> best = new HashMap<>();
        for (String rule : study.affected().keySet()) {
            study.causes(rule).stream().findFirst().ifPresent(cause -> best.put(rule, cause));
        }
        return best;
    }

    /** The whole fleet and the affected in one statement, so that both are of one moment; grouped by the database. */
    private Study study(@Nullable String rule, Collection<String> clusters) {
        String places = clusters.isEmpty()
                ? ""
                : " and node.cluster in (" + String.join(", ", Collections.nCopies(clusters.size(), "?")) + ")";
        List<Object> values = new ArrayList<>(clusters);
        values.addAll(clusters);
        if (rule != null) {
            values.add(rule);
        }
        List<TraitGroup> groups = jdbc.query(
                "select cast(null as varchar(64)) as rule, " + TraitGroup.COLUMNS + ", count(*) as nodes from node"
                        + NODES + " where " + NodeObjects.THERE + places + " group by " + TraitGroup.COLUMNS
                        + " union all select finding.rule, " + TraitGroup.COLUMNS + ", count(*) from finding"
                        + " join node on node.id = finding.node_id" + NODES
                        + " where finding.status in ('open', 'acknowledged', 'snoozed')" + places
                        + (rule == null ? "" : " and finding.rule = ?")
                        + " group by finding.rule, " + TraitGroup.COLUMNS,
                (row, n) -> TraitGroup.read(row),
                values.toArray());
        return Study.of(groups);
    }

    /**
     * The fleet as one look saw it.
     *
     * @param with how many nodes have each set of traits
     * @param nodes all
     * @param affected groups by rule
     */
    private record Study(Map<List<Trait>, Integer> with, int nodes, Map<String, List<TraitGroup>> affected) {

        static Study of(List<TraitGroup> groups) {
            List<TraitGroup> fleet =
                    groups.stream().filter(group -> group.rule() == null).toList();
            Map<String, List<TraitGroup>> affected = groups.stream()
                    .filter(group -> group.rule() != null)
                    .collect(Collectors.groupingBy(group -> String.valueOf(group.rule())));
            return new Study(count(fleet), sum(fleet), affected);
        }

        private static Map<List<Trait>, Integer> count(List<TraitGroup> groups) {
            Map<List<Trait>, Integer> counts = new HashMap<>();
            groups.forEach(group -> group.sets().forEach(set -> counts.merge(set, group.nodes(), Integer::sum)));
            return counts;
        }

        private static int sum(List<TraitGroup> groups) {
            return groups.stream().mapToInt(TraitGroup::nodes).sum();
        }

        List<SharedCause> causes(String rule) {
            List<TraitGroup> ill = affected.getOrDefault(rule, List.of());
            int illNodes = sum(ill);
            List<SharedCause> causes = new ArrayList<>();
            count(ill).forEach((set, illWith) -> {
                int othersWith = with.getOrDefault(set, illWith) - illWith;
                causes.add(new SharedCause(set, illWith, illNodes, othersWith, nodes - illNodes));
            });
            causes.removeIf(cause -> !cause.standsOut());
            causes.sort(BEST_FIRST);
            return causes;
        }
    }
}
