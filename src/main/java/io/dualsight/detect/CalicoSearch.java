package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.CalicoMethods;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.Report;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calico-node will do: which method each family has, and what it finds on this host. */
final class CalicoSearch {

    private final Report report;
    private final ClusterNetwork cluster;
    private final HostNetwork network;
    private final Trace trace;

    CalicoSearch(Report report, ClusterNetwork cluster, HostNetwork network, Trace trace) {
        this.report = report;
        this.cluster = cluster;
        this.network = network;
        this.trace = trace;
    }

    /** Searches; {@code kubeletIps} are the InternalIPs to come where the Node object is not known. */
    CalicoOutcome search(@Nullable IpList kubeletIps) {
        CalicoChoice ipv4 = choose(IpFamily.IPV4, kubeletIps);
        CalicoChoice ipv6 = choose(IpFamily.IPV6, kubeletIps);
        return new CalicoOutcome(ipv4, ipv6, failure(ipv4, ipv6));
    }

    /** calico-node looks for IPv4 first and stops at the first family that it needs and cannot find. */
    private static @Nullable String failure(CalicoChoice ipv4, CalicoChoice ipv6) {
        if (fails(ipv4)) {
            return "failed to autodetect an IPv4 address";
        }
        boolean ipv4Open = ipv4.env() == null || ipv4.autodetects() && ipv4.address() == null;
        return fails(ipv6) && !ipv4Open ? "failed to autodetect an IPv6 address" : null;
    }

    private static boolean fails(CalicoChoice choice) {
        return choice.nothingFound() && choice.address() == null;
    }

    private CalicoChoice choose(IpFamily family, @Nullable IpList kubeletIps) {
        CalicoMethods methods = report.runtime().calico();
        String reported = methods == null ? null : methods.of(family);
        String method = reported == null ? ofChart(family) : reported;
        if (method == null) {
            return CalicoChoice.UNKNOWN;
        }
        String stored = stored(family);
        if (method.equals("none")) {
            note(family, stored == null ? why("calico-off") : keeps(stored));
            return new CalicoChoice("none", null, stored, false, reported != null);
        }
        CalicoWalk.Result found = find(family, method, kubeletIps);
        boolean nothing = found.known() && found.address() == null;
        if (nothing && stored != null) {
            note(family, keeps(stored));
        }
        String address = nothing ? stored : found.address();
        return new CalicoChoice("autodetect", method, address, nothing, reported != null);
    }

    private static Phrase keeps(String stored) {
        return why("calico-keeps").with("address", stored);
    }

    private void note(IpFamily family, Phrase why) {
        step(family, Outcome.NOTE, why);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What RKE2's chart and the operator set where nobody chose a method; absent where the cluster is not known. */
    private @Nullable String ofChart(IpFamily family) {
        if (cluster.families().isEmpty()) {
            return null;
        }
        boolean forced = family == IpFamily.IPV4 && forcesIpv4();
        if (forced && !cluster.has(family)) {
            step(family, Outcome.NOTE, why("calico-forced").with("version", text(version())));
        }
        return cluster.has(family) || forced ? CalicoMethod.FIRST_FOUND : "none";
    }

    private boolean forcesIpv4() {
        String version = version();
        return Distribution.of(report) == Distribution.RKE2
                && version != null
                && DistributionVersion.parse(version)
                        .flatMap(each -> VersionFault.of(VersionFault.RKE2_7454, each))
                        .isPresent();
    }

    private @Nullable String version() {
        return report.host().distribution().version();
    }

    /** The address that the Node object holds: kept where detection is off or finds nothing. */
    private @Nullable String stored(IpFamily family) {
        String key = family == IpFamily.IPV4 ? "projectcalico.org/IPv4Address" : "projectcalico.org/IPv6Address";
        String value = report.kubernetes() == null
                ? null
                : report.kubernetes().annotations().get(key);
        return value == null || value.isBlank() ? null : value;
    }

    private CalicoWalk.Result find(IpFamily family, String method, @Nullable IpList kubeletIps) {
        if (method.equals("kubernetes") || method.equals("kubernetes-internal-ip")) {
            return ofNode(family, kubeletIps);
        }
        Optional<CalicoMethod> filter = CalicoMethod.of(method);
        if (filter.isPresent()) {
            return new CalicoWalk(network, family, trace).walk(filter.get());
        }
        if (method.startsWith("can-reach=")) {
            String destination = method.substring("can-reach=".length()).trim();
            return new CalicoReach(network, family, trace).to(destination);
        }
        step(family, Outcome.UNKNOWN, why("calico-method-unknown").with("method", method));
        return new CalicoWalk.Result(null, false);
    }

    /** The first InternalIP of the family, with the prefix length that the host has for it. */
    private CalicoWalk.Result ofNode(IpFamily family, @Nullable IpList kubeletIps) {
        IpList known = report.kubernetes() == null ? null : report.kubernetes().internalIps();
        IpList ips = known == null || known.isEmpty() ? kubeletIps : known;
        if (ips == null) {
            step(family, Outcome.UNKNOWN, why("calico-node-unknown"));
            return new CalicoWalk.Result(null, false);
        }
        Optional<IpAddress> address = ips.first(family);
        Optional<String> cidr =
                address.flatMap(network::find).map(place -> place.entry().cidr());
        if (cidr.isPresent()) {
            step(family, Outcome.TAKEN, why("calico-node").with("address", cidr.get()));
            return new CalicoWalk.Result(cidr.get(), true);
        }
        boolean certain = address.isEmpty() || network.knowsAll(family);
        step(family, certain ? Outcome.FAILED : Outcome.UNKNOWN, why("calico-node-nothing"));
        return new CalicoWalk.Result(null, certain);
    }

    private void step(IpFamily family, Outcome outcome, Phrase why) {
        trace.add(Chooser.CALICO, family, outcome, why);
    }
}
