package io.dualsight.store;

import java.util.List;

/**
 * The values that nodes have, for the choices of a filter; sorted, at most {@value #MOST} of each.
 *
 * @param clusters names
 * @param versions of the distribution, newest first
 * @param cnis names
 * @param roles names
 * @param rules ids of rules that find something on some node
 */
public record Facets(
        List<String> clusters, List<String> versions, List<String> cnis, List<String> roles, List<String> rules) {

    /** A longer list is no help in a drop-down, and filters take any text. */
    public static final int MOST = 500;

    public Facets {
        clusters = List.copyOf(clusters);
        versions = List.copyOf(versions);
        cnis = List.copyOf(cnis);
        roles = List.copyOf(roles);
        rules = List.copyOf(rules);
    }
}
