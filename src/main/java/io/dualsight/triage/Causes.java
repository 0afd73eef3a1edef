package io.dualsight.triage;

import io.dualsight.triage.SharedCause.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            .thenComparingInt(cause -> cause.traits().size());

    private final JdbcTemplate jdbc;

    Causes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands out among the nodes of a rule, the most telling first. */
    public List<SharedCause> of(String rule) {
        return study(rule, null).causes(rule);
    }

    /**
     * The most telling of each rule that has one.
     *
     * @param cluster whose nodes are compared; absent = all
     */
    Map<String, SharedCause> best(@Nullable String cluster) {
        Study study = study(null, cluster);
        Map<String, SharedCause> best = new HashMap<>();
        for (String rule : study.affected().keySet()) {
            study.causes(rule).stream().findFirst().ifPresent(cause -> best.put(rule, cause));
        }
        return best;
    }

    private Study study(@Nullable String rule, @Nullable String cluster) {
        Map<String, Set<Long>> affected = new HashMap<>();
        jdbc.query(
                "select rule, node_id from finding where status in ('open', 'acknowledged', 'snoozed')"
                        + (rule == null ? "" : " and rule = ?"),
                row -> {
                    affected.computeIfAbsent(row.getString("rule"), each -> new HashSet<>())
                            .add(row.getLong("node_id"));
                },
                rule == null ? new Object[0] : new Object[] {rule});
        List<NodeTraits> nodes = affected.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select " + NodeTraits.COLUMNS
                                + " from node left join node_trait trait on trait.node_id = node.id"
                                + (cluster == null ? "" : " where node.cluster = ?"),
                        (row, n) -> NodeTraits.read(row),
                        cluster == null ? new Object[0] : new Object[] {cluster});
        return new Study(affected, nodes);
    }

    /**
     * The fleet as one look saw it.
     *
     * @param affected nodes by rule
     * @param nodes all
     */
    private record Study(Map<String, Set<Long>> affected, List<NodeTraits> nodes) {

        List<SharedCause> causes(String rule) {
            Set<Long> ill = affected.getOrDefault(rule, Set.of());
            Map<List<Trait>, int[]> counts = new HashMap<>();
            int illNodes = 0;
            for (NodeTraits node : nodes) {
                boolean isIll = ill.contains(node.nodeId());
                illNodes += isIll ? 1 : 0;
                for (List<Trait> set : node.sets()) {
                    counts.computeIfAbsent(set, each -> new int[2])[isIll ? 0 : 1]++;
                }
            }
            List<SharedCause> causes = new ArrayList<>();
            int others = nodes.size() - illNodes;
            for (Map.Entry<List<Trait>, int[]> each : counts.entrySet()) {
                int[] with = each.getValue();
                Optional.of(new SharedCause(each.getKey(), with[0], Math.max(1, illNodes), with[1], others))
                        .filter(SharedCause::standsOut)
                        .ifPresent(causes::add);
            }
            causes.sort(BEST_FIRST.thenComparing(cause -> cause.traits().toString()));
            return causes;
        }
    }
}
