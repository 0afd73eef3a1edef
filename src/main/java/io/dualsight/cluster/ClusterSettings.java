package io.dualsight.cluster;

import io.dualsight.contract.Names;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clusters whose API servers are asked.
 *
 * @param clusters none by default: then agents alone are heard, and nothing of this package is started
 */
@ConfigurationProperties("dualsight")
record ClusterSettings(@DefaultValue List<Watched> clusters) {

    private static final Pattern ACCOUNT =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?");

    ClusterSettings {
        clusters = List.copyOf(clusters);
        Set<String> names = new HashSet<>();
        for (Watched each : clusters) {
            if (!names.add(each.name())) {
                throw bad("name", each.name(), "a name that no other cluster has");
            }
        }
    }

    private static IllegalArgumentException bad(String key, @Nullable String value, String expected) {
        return new IllegalArgumentException("dualsight.clusters[].%s: %s; expected %s".formatted(key, value, expected));
    }

    /**
     * One cluster.
     *
     * @param name as agents and pages call it: a DNS label
     * @param kubeconfig file; absent = the console runs in this cluster, as a Pod
     * @param context of the kubeconfig; absent = its current one
     * @param audience that an agent's ServiceAccount token must have
     * @param serviceAccount that an agent runs as: {@code namespace/name}
     * @param calico whether Calico's Installation and the Pods of {@code calico-system} are watched
     * @param leaseNamespace where replicas settle by a Lease which of them watches; absent = the Pod's own where the
     *     console runs in the cluster, else the console's database settles it
     */
    record Watched(
            String name,
            @Nullable Path kubeconfig,
            @Nullable String context,
            @DefaultValue("dualsight") String audience,
            @DefaultValue("dualsight/dualsight-agent") String serviceAccount,
            @DefaultValue("true") boolean calico,
            @Nullable String leaseNamespace) {

        Watched {
            if (name == null || !Names.isCluster(name)) {
                throw bad("name", name, Names.CLUSTER_FORM);
            }
            if (audience.isBlank()) {
                throw bad("audience", "'" + audience + "'", "the audience of agents' tokens");
            }
            if (!ACCOUNT.matcher(serviceAccount).matches()) {
                throw bad("service-account", serviceAccount, "namespace/name");
            }
            if (leaseNamespace != null && !Names.isCluster(leaseNamespace)) {
                throw bad("lease-namespace", leaseNamespace, Names.CLUSTER_FORM);
            }
        }
    }
}
