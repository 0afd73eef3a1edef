package io.dualsight.detect;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the facts say of the cluster's prefixes and plug-in. */
final class ClusterResolution {

    private final Report report;
    private final ClusterSettings settings;
    private final Distribution distribution;

    ClusterResolution(Report report, ClusterSettings settings, Distribution distribution) {
        this.report = report;
        this.settings = settings;
        this.distribution = distribution;
    }

    /** The cluster; {@code first} is the node's first address as found, after which a server's unwritten prefixes default. */
    ClusterNetwork resolve(@Nullable IpAddress first) {
        CidrList cluster = written("cluster-cidr", settings.clusterCidr());
        CidrList service = written("service-cidr", settings.serviceCidr());
        Collection<IpFamily> families = cluster == null ? families(first) : ordered(cluster);
        IpFamily byDefault = first != null && decides()
                ? first.family()
                : families.stream().findFirst().orElse(null);
        return new ClusterNetwork(
                cluster == null && first != null && !wrote("cluster-cidr")
                        ? standard(first.family(), "10.42.0.0/16", "fd00:42::/56")
                        : cluster,
                service == null && byDefault != null && !wrote("service-cidr")
                        ? standard(byDefault, "10.43.0.0/16", "fd00:43::/112")
                        : service,
                cluster != null,
                service != null,
                List.copyOf(families),
                cni(),
                assumesCanal());
    }

    /** Whether this node's own configuration settles the cluster's prefixes, by a default where it is silent. */
    private boolean decides() {
        return report.config() != null && report.host().isServer();
    }

    private boolean wrote(String key) {
        return report.config() != null && report.config().has(key);
    }

    private @Nullable CidrList written(String key, @Nullable CidrList ofServer) {
        ConfigFacts config = report.config();
        return config != null && config.has(key) ? parsed(config.items(key)) : ofServer;
    }

    /** The prefixes; absent where one of them is none, as then nothing follows. */
    private static @Nullable CidrList parsed(List<String> items) {
        List<IpPrefix> prefixes = new ArrayList<>();
        for (String item : items) {
            Optional<IpPrefix> prefix = IpPrefix.parse(item.trim());
            if (prefix.isEmpty()) {
                return null;
            }
            prefixes.add(prefix.get());
        }
        return prefixes.isEmpty() ? null : new CidrList(prefixes);
    }

    private static Set<IpFamily> ordered(CidrList cidrs) {
        return cidrs.prefixes().stream().map(IpPrefix::family).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The families where no cluster-cidr is known. An agent has them from its server, so there, and where the
     * configuration is not known, the prefixes that the controller gave to the node, in the cluster's order, say more than
     * a default.
     */
    private Set<IpFamily> families(@Nullable IpAddress first) {
        if (wrote("cluster-cidr")) {
            return Set.of();
        }
        CidrList pods = report.kubernetes() == null ? null : report.kubernetes().podCidrs();
        if (!decides() && pods != null && !pods.isEmpty()) {
            return ordered(pods);
        }
        return report.config() == null || first == null ? Set.of() : EnumSet.of(first.family());
    }

    private static CidrList standard(IpFamily family, String ipv4, String ipv6) {
        return new CidrList(
                IpPrefix.parse(family == IpFamily.IPV4 ? ipv4 : ipv6).stream().toList());
    }

    private Cni cni() {
        Cni named = named();
        if (named != Cni.UNKNOWN) {
            return named;
        }
        Cni seen = seen();
        return seen == Cni.UNKNOWN && assumesCanal() ? Cni.CANAL : seen;
    }

    private Cni named() {
        ConfigFacts config = report.config();
        if (config != null && config.has("cni")) {
            return Cni.ofNames(config.items("cni"));
        }
        String ofServer = settings.cni();
        return ofServer == null ? Cni.UNKNOWN : Cni.ofNames(List.of(ofServer.split(",")));
    }

    /** What runs on the node or left its mark on the Node object. */
    private Cni seen() {
        boolean flannel = annotated("flannel.alpha.coreos.com/") || runs("flannel") || runs("canal");
        if (flannel) {
            return distribution == Distribution.RKE2 ? Cni.CANAL : Cni.FLANNEL;
        }
        if (annotated("projectcalico.org/IPv")
                || runs("calico-node")
                || report.runtime().calico() != null) {
            return Cni.CALICO;
        }
        return runs("cilium-agent") || annotated("network.cilium.io/") ? Cni.CILIUM : Cni.UNKNOWN;
    }

    private boolean annotated(String prefix) {
        return report.kubernetes() != null
                && report.kubernetes().annotations().keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    private boolean runs(String component) {
        return report.runtime().components().stream()
                .anyMatch(each -> each.name().equals(component));
    }

    /** RKE2's servers run Canal where nothing else is written. */
    private boolean assumesCanal() {
        return named() == Cni.UNKNOWN && seen() == Cni.UNKNOWN && distribution == Distribution.RKE2 && decides();
    }
}
