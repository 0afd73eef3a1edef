package io.dualsight.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which nodes a list, a count or an export is about: those that meet every criterion.
 *
 * @param values the criteria with the text that each wants; none lets every node through
 */
public record NodeFilter(Map<Criterion, String> values) {

    /** Every node. */
    public static final NodeFilter NONE = new NodeFilter(Map.of());

    /**
     * Checks each text.
     *
     * @throws BadQueryException for the first that its criterion does not take
     */
    public NodeFilter {
        Map<Criterion, String> copy = new EnumMap<>(Criterion.class);
        values.forEach((criterion, text) -> copy.put(criterion, criterion.check(text)));
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a request's parameters: those that are no criterion are left to others, blank ones are no criterion at all,
     * since an HTML form sends every field.
     *
     * @throws BadQueryException for the first that its criterion does not take
     */
    public static NodeFilter of(Map<String, String> parameters) {
        Map<Criterion, String> values = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            String text = parameters.getOrDefault(criterion.parameter(), "").strip();
            if (!text.isEmpty()) {
                values.put(criterion, text);
            }
        }
        return new NodeFilter(values);
    }

    /** The nodes of one cluster. */
    public static NodeFilter ofCluster(String cluster) {
        return new NodeFilter(Map.of(Criterion.CLUSTER, cluster));
    }

    /** This filter with one criterion more, or with another text for it. */
    public NodeFilter with(Criterion criterion, String text) {
        Map<Criterion, String> more = new EnumMap<>(Criterion.class);
        more.putAll(values);
        more.put(criterion, text);
        return new NodeFilter(more);
    }

    /** The text of one criterion, where it is set. */
    public Optional<String> text(Criterion criterion) {
        return Optional.ofNullable(values.get(criterion));
    }
}
