package io.dualsight.triage;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Verdict;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeStatuses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The fleet as Prometheus sees it: a row a family, a verdict, a rule and severity, and no row a node. Looking also notices
 * which nodes have fallen silent, so that somebody is told of it while nobody reads.
 */
@Component
class FleetGauges {

    private final NodeStatuses nodes;
    private final JdbcTemplate jdbc;
    private final MultiGauge families;
    private final MultiGauge verdicts;
    private final MultiGauge findings;
    private final MultiGauge states;

    FleetGauges(NodeStatuses nodes, JdbcTemplate jdbc, MeterRegistry meters) {
        this.nodes = nodes;
        this.jdbc = jdbc;
        this.families = gauge(meters, "dualsight.nodes.by.family", "Nodes by family");
        this.verdicts = gauge(meters, "dualsight.nodes.by.verdict", "Nodes by verdict");
        this.states = gauge(meters, "dualsight.nodes.in.state", "Nodes that are stale or have an incorrect node IP");
        this.findings = gauge(meters, "dualsight.findings.unresolved", "Findings that are not over, by rule");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(initialDelayString = "PT3S", fixedDelayString = "PT15S")
    public void look() {
        FleetStatus fleet = nodes.fleet(NodeFilter.NONE);
        List<Row<?>> byFamily = new ArrayList<>();
        for (HostStack family : HostStack.values()) {
            byFamily.add(row("family", family.wire(), fleet.families().getOrDefault(family, 0L)));
        }
        List<Row<?>> byVerdict = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            byVerdict.add(row("verdict", verdict.wire(), fleet.verdicts().getOrDefault(verdict, 0L)));
        }
        families.register(byFamily, true);
        verdicts.register(byVerdict, true);
        states.register(
                List.of(
                        row("state", "stale", fleet.stale()),
                        row("state", "incorrect-node-ip", fleet.incorrectNodeIp())),
                true);
        findings.register(byRule(), true);
    }

    private List<Row<?>> byRule() {
        return new ArrayList<>(jdbc.query(
                "select rule, severity, status, count(*) as findings from finding"
                        + " where status in ('open', 'acknowledged', 'snoozed') group by rule, severity, status",
                (row, n) -> Row.of(
                        Tags.of(
                                "rule",
                                row.getString("rule"),
                                "severity",
                                SeverityCode.read(row.getShort("severity")).wire(),
                                "status",
                                row.getString("status")),
                        row.getLong("findings"))));
    }

    private static Row<?> row(String tag, String value, long count) {
        return Row.of(Tags.of(tag, value), count);
    }
}
