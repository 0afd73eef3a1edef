package io.dualsight.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Findings as a person goes through them: by rule, what explains most first. */
@Component
public class Inbox {

    private static final Comparator<RuleGroup> WORST_FIRST = Comparator.comparing(RuleGroup::severity)
            .thenComparingDouble(Inbox::lift)
            .thenComparingLong(RuleGroup::findings)
            .reversed()
            .thenComparing(RuleGroup::rule);

    private final JdbcTemplate jdbc;
    private final Causes causes;
    private final FindingMemory memory;

    Inbox(JdbcTemplate jdbc, Causes causes) {
        this.jdbc = jdbc;
        this.causes = causes;
        this.memory = new FindingMemory(jdbc);
    }

    /** The rules of these findings: the worst first, of equals the one whose shared cause tells most. */
    public List<RuleGroup> groups(FindingFilter filter) {
        Map<String, SharedCause> best =
                causes.best(filter.text(FindingCriterion.CLUSTER).map(Set::of).orElseGet(filter::clusters));
        return memory.rules(filter).stream()
                .map(each -> new RuleGroup(each.rule(), each.worst(), each.findings(), best.get(each.rule())))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static double lift(RuleGroup group) {
        return group.cause() == null ? 0 : group.cause().lift();
    }

    /** What was last said about each of these findings, by a person. */
    public Map<Long, FindingEvent> lastWords(Collection<TrackedFinding> findings) {
        Map<Long, FindingEvent> words = new HashMap<>();
        if (findings.isEmpty()) {
            return words;
        }
        List<Object> ids =
                new ArrayList<>(findings.stream().map(TrackedFinding::id).toList());
        String places = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        jdbc.query(
                "select finding.id, event.* from finding join finding_event event"
                        + " on event.node_id = finding.node_id and event.rule = finding.rule"
                        + " where finding.id in (" + places + ") and event.actor <> 'console'"
                        + " order by finding.id, event.number",
                row -> {
                    words.put(row.getLong("id"), FindingReader.event(row));
                },
                ids.toArray());
        return words;
    }
}
