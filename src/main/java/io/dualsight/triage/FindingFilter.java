package io.dualsight.triage;

import io.dualsight.identity.Caller;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings a list, a count, an action or an export is about: those that meet every criterion.
 *
 * @param values the criteria with the text that each wants
 * @param nodes what their nodes must meet
 * @param clusters the only ones that their reader may see; empty for all
 */
public record FindingFilter(Map<FindingCriterion, String> values, NodeFilter nodes, Set<String> clusters) {

    /** Every finding. */
    public static final FindingFilter NONE = new FindingFilter(Map.of(), NodeFilter.NONE);

    /** What is asked of nodes and has no name of its own among the criteria of findings. */
    public static final List<Criterion> OF_NODES = List.of(
            Criterion.FAMILY,
            Criterion.VERDICT,
            Criterion.INCORRECT_NODE_IP,
            Criterion.VERSION,
            Criterion.CNI,
            Criterion.ROLE,
            Criterion.STALE);

    /**
     * Checks each text.
     *
     * @throws io.dualsight.store.BadQueryException for the first that its criterion does not take
     */
    public FindingFilter {
        Map<FindingCriterion, String> copy = new EnumMap<>(FindingCriterion.class);
        values.forEach((criterion, text) -> copy.put(criterion, criterion.check(text)));
        values = Collections.unmodifiableMap(copy);
        clusters = Set.copyOf(clusters);
    }

    /** For a reader who may see every cluster. */
    public FindingFilter(Map<FindingCriterion, String> values, NodeFilter nodes) {
        this(values, nodes, Set.of());
    }

    /** Of these findings, those that this person may see. */
    public FindingFilter seenBy(Caller.Person person) {
        return new FindingFilter(values, nodes, person.clusters());
    }

    /**
     * Reads a request's parameters: those that are no criterion are left to others, blank ones are no criterion at all.
     *
     * @throws io.dualsight.store.BadQueryException for the first that its criterion does not take
     */
    public static FindingFilter of(Map<String, String> parameters) {
        Map<FindingCriterion, String> values = new EnumMap<>(FindingCriterion.class);
        for (FindingCriterion criterion : FindingCriterion.values()) {
            String text = parameters.getOrDefault(criterion.parameter(), "").strip();
            if (!text.isEmpty()) {
                values.put(criterion, text);
            }
        }
        Map<String, String> ofNodes = new HashMap<>();
        OF_NODES.forEach(each -> ofNodes.put(each.parameter(), parameters.getOrDefault(each.parameter(), "")));
        return new FindingFilter(values, NodeFilter.of(ofNodes));
    }

    /** This filter with one criterion more, or with another text for it. */
    public FindingFilter with(FindingCriterion criterion, String text) {
        Map<FindingCriterion, String> more = new EnumMap<>(FindingCriterion.class);
        more.putAll(values);
        more.put(criterion, text);
        return new FindingFilter(more, nodes, clusters);
    }

    /** This filter with one criterion of its nodes more. */
    public FindingFilter with(Criterion criterion, String text) {
        return new FindingFilter(values, nodes.with(criterion, text), clusters);
    }

    /** This filter without some criteria. */
    public FindingFilter without(FindingCriterion... criteria) {
        Map<FindingCriterion, String> fewer = new EnumMap<>(FindingCriterion.class);
        fewer.putAll(values);
        for (FindingCriterion each : criteria) {
            fewer.remove(each);
        }
        return new FindingFilter(fewer, nodes, clusters);
    }

    /** The text of one criterion, where it is set. */
    public Optional<String> text(FindingCriterion criterion) {
        return Optional.ofNullable(values.get(criterion));
    }
}
