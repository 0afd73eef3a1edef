package io.dualsight.triage;

import io.dualsight.rule.Severity;
import io.dualsight.store.Answers;
import io.dualsight.store.FleetRevision;
import io.dualsight.store.NodeFilter;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts of findings as they were last read, for as long as no finding stands elsewhere in any list. */
final class FindingMemory {

    private final JdbcTemplate jdbc;
    private final FleetRevision revision;
    private final Answers<FindingFilter, Long> totals = new Answers<>(total -> 1);
    private final Answers<FindingFilter, FindingCounts> counts = new Answers<>(count -> 1);

    private final Answers<FindingFilter, List<RuleTally>> rules = new Answers<>(List::size);

    FindingMemory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.revision = FleetRevision.ofFindings(jdbc);
    }

    long total(FindingFilter filter) {
        return remembered(filter, totals, this::readTotal);
    }

    FindingCounts counts(FindingFilter filter) {
        return remembered(filter, counts, this::readCounts);
    }

    List<RuleTally> rules(FindingFilter filter) {
        return remembered(filter, rules, this::readRules);
    }

    /** Which findings a filter of their nodes takes, their revision does not tell. */
    private <A> A remembered(FindingFilter filter, Answers<FindingFilter, A> answers, Function<FindingFilter, A> read) {
        return filter.nodes().equals(NodeFilter.NONE)
                ? answers.of(filter, revision.now(), () -> read.apply(filter))
                : read.apply(filter);
    }

    private long readTotal(FindingFilter filter) {
        FindingConditions conditions = new FindingConditions(filter);
        Long total = jdbc.queryForObject(
                "select count(*) from finding" + conditions.where(), Long.class, conditions.values());
        return total == null ? 0 : total;
    }

    private FindingCounts readCounts(FindingFilter filter) {
        FindingConditions conditions = new FindingConditions(filter);
        FindingTally tally = new FindingTally();
        jdbc.query(
                "select status, regressed, severity, count(*) as findings from finding" + conditions.where()
                        + " group by status, regressed, severity",
                row -> {
                    tally.add(
                            FindingStatus.of(row.getString("status")).orElseThrow(),
                            row.getBoolean("regressed"),
                            SeverityCode.read(row.getShort("severity")),
                            row.getLong("findings"));
                },
                conditions.values());
        return tally.counts();
    }

    private List<RuleTally> readRules(FindingFilter filter) {
        FindingConditions conditions = new FindingConditions(filter);
        return jdbc.query(
                "select rule, min(severity) as worst, count(*) as findings from finding" + conditions.where()
                        + " group by rule",
                (row, n) -> new RuleTally(
                        row.getString("rule"), SeverityCode.read(row.getShort("worst")), row.getLong("findings")),
                conditions.values());
    }

    /** Findings of a rule, and the worst severity that one of them has. */
    record RuleTally(String rule, Severity worst, long findings) {}
}
