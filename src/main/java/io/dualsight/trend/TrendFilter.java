package io.dualsight.trend;

import io.dualsight.store.BadQueryException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which starts are looked at; what is absent lets everything through.
 *
 * @param cluster a cluster's name
 * @param node a node of that cluster
 * @param version of the distribution when it started, exactly
 * @param cni network plugin
 * @param role that the node has, whichever others it has
 * @param component whose attempts
 */
public record TrendFilter(
        @Nullable String cluster,
        @Nullable String node,
        @Nullable String version,
        @Nullable String cni,
        @Nullable String role,
        @Nullable String component) {

    /** Everything. */
    public static final TrendFilter NONE = new TrendFilter(null, null, null, null, null, null);

    private static final int LONGEST = 253;

    /**
     * Checks that a node is named with its cluster.
     *
     * @throws BadQueryException where it is not
     */
    public TrendFilter {
        if (node != null && cluster == null) {
            throw new BadQueryException("node", node, "the cluster parameter beside it");
        }
    }

    /**
     * Reads a request's parameters; blank ones count as not sent.
     *
     * @throws BadQueryException for one that is too long
     */
    public static TrendFilter of(Map<String, String> parameters) {
        return new TrendFilter(
                text(parameters, "cluster"),
                text(parameters, "node"),
                text(parameters, "version"),
                text(parameters, "cni"),
                text(parameters, "role"),
                text(parameters, "component"));
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        // A plus sign that nobody escaped arrives as a blank, and no version has one.
        String text =
                Optional.ofNullable(parameters.get(name)).orElse("").strip().replace(' ', '+');
        if (text.length() > LONGEST) {
            throw new BadQueryException(name, text, "a text of at most " + LONGEST + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** The same for another version. */
    public TrendFilter ofVersion(@Nullable String other) {
        return new TrendFilter(cluster, node, other, cni, role, component);
    }

    /** The same in one cluster. */
    TrendFilter ofCluster(String other) {
        return new TrendFilter(other, node, version, cni, role, component);
    }

    /** Whether it says nothing but, at most, a cluster. */
    boolean isOfClusters() {
        return node == null && version == null && cni == null && role == null;
    }

    boolean takes(Facet facet) {
        return takesNode(facet.cluster(), facet.roles())
                && (version == null || version.equals(facet.version()))
                && (cni == null || cni.equals(facet.cni()))
                && (component == null || component.equals(facet.component()));
    }

    /** By what nodes are now; roles are joined with one blank. */
    boolean takesNode(String clusterOfNode, String roles) {
        return (cluster == null || cluster.equals(clusterOfNode))
                && (role == null || (" " + roles + " ").contains(" " + role + " "));
    }
}
