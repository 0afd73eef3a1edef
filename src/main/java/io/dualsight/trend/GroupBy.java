package io.dualsight.trend;

import io.dualsight.store.BadQueryException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a chart has one series each for. */
public enum GroupBy {
    /** One series in all. */
    NOTHING(facet -> ""),
    /** By the distribution's version at the start. */
    VERSION(Facet::version),
    /** By network plugin. */
    CNI(Facet::cni),
    /** By cluster. */
    CLUSTER(Facet::cluster),
    /** By component. */
    COMPONENT(Facet::component),
    /** By cluster and, in it, by component. */
    CLUSTER_COMPONENT(facet -> facet.cluster() + '\n' + facet.component());

    private final Function<Facet, String> value;

    GroupBy(Function<Facet, String> value) {
        this.value = value;
    }

    /**
     * Reads a {@code groupBy} parameter; blank is none.
     *
     * @throws BadQueryException where it names nothing that can be grouped by
     */
    public static GroupBy of(String text) {
        String wanted = text.strip();
        return Arrays.stream(values())
                .filter(each -> each.parameter().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadQueryException(
                        "groupBy",
                        text,
                        Arrays.stream(values()).skip(1).map(GroupBy::parameter).collect(Collectors.joining(", "))));
    }

    /** The name in a URL; empty for none. */
    public String parameter() {
        return this == NOTHING ? "" : name().toLowerCase(Locale.ROOT).replace('_', ',');
    }

    String value(Facet facet) {
        return Objects.requireNonNull(value.apply(facet));
    }

    /** As answers name it. */
    Map<String, String> group(String of) {
        if (this == NOTHING) {
            return Map.of();
        }
        String[] names = parameter().split(",");
        String[] values = of.split("\n", -1);
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            group.put(names[i], values[i]);
        }
        return group;
    }
}
