package io.dualsight.triage;

import io.dualsight.rule.Severity;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeSelection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A filter as SQL over the finding table. */
final class FindingConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    FindingConditions(FindingFilter filter) {
        filter.values().forEach(this::add);
        if (!filter.clusters().isEmpty()) {
            String places =
                    String.join(", ", Collections.nCopies(filter.clusters().size(), "?"));
            add("finding.cluster in (" + places + ")", List.copyOf(filter.clusters()));
        }
        if (!filter.nodes().equals(NodeFilter.NONE)) {
            NodeSelection nodes = NodeSelection.of(filter.nodes());
            add("finding.node_id in (" + nodes.sql() + ")", nodes.values());
        }
    }

    void add(String condition, List<?> parameters) {
        conditions.add(condition);
        values.addAll(parameters);
    }

    /** Starts with a blank; empty where every finding is meant. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }

    private void add(FindingCriterion criterion, String text) {
        switch (criterion) {
            case STATUS -> addStatus(text);
            case SEVERITY ->
                add(
                        "finding.severity = ?",
                        List.of(SeverityCode.of(Severity.of(text).orElseThrow())));
            case RULE -> add("finding.rule = ?", List.of(text));
            case CLUSTER -> add("finding.cluster = ?", List.of(text));
            case NODE -> add("finding.node = ?", List.of(text));
            case ASSIGNEE -> add("finding.assignee = ?", List.of(text));
            case ASSIGNED -> add("finding.assignee is " + (text.equals("true") ? "not null" : "null"), List.of());
            case REGRESSED -> add("finding.regressed = ?", List.of(Boolean.valueOf(text)));
            case Q -> addSearch(text);
            default -> throw new IllegalStateException(criterion + " has no condition");
        }
    }

    private void addStatus(String text) {
        switch (text) {
            case FindingCriterion.NEW -> add("finding.status = 'open' and finding.regressed = false", List.of());
            case FindingCriterion.AGAIN -> add("finding.status = 'open' and finding.regressed = true", List.of());
            case FindingCriterion.UNRESOLVED -> add("finding.status in ('open', 'acknowledged', 'snoozed')", List.of());
            default -> add("finding.status = ?", List.of(text));
        }
    }

    private void addSearch(String text) {
        String wanted = "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        add(
                "(lower(finding.node) like ? escape '!' or lower(finding.cluster) like ? escape '!'"
                        + " or lower(finding.rule) like ? escape '!')",
                Collections.nCopies(3, wanted));
    }
}
