package io.dualsight.rule;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.ReadyCondition;
import io.dualsight.contract.Report;
import io.dualsight.detect.ClusterNetwork;
import io.dualsight.detect.HostNetwork;
import io.dualsight.detect.HostNetwork.Place;
import io.dualsight.detect.NodeIpChoice;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.Prediction;
import io.dualsight.detect.RouteRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one node with what follows from them, worked out once for all rules. */
final class Situation {

    private final Facts facts;
    private final Thresholds thresholds;
    private final Prediction prediction;
    private final HostNetwork network;
    private final HostAddresses host;
    private final HostStack stack;
    private final Set<IpAddress> nodeIps;
    private final KernelIpv6 ipv6;
    private final Logs logs;
    private final Remedies remedies;

    Situation(Facts facts, Thresholds thresholds, VirtualInterfaces virtual) {
        this.facts = facts;
        this.thresholds = thresholds;
        this.prediction = Prediction.of(facts.report(), facts.fleet().cluster());
        this.network = HostNetwork.of(facts.report());
        this.host = new HostAddresses(network, virtual);
        this.stack = host.stack();
        this.nodeIps = nodeIps(prediction.nodeIp().effective(), statusIps());
        this.ipv6 = new KernelIpv6(facts.report(), network, nodeIps);
        this.logs = Logs.of(facts.report());
        this.remedies = new Remedies(this);
    }

    private static Set<IpAddress> nodeIps(@Nullable IpList effective, @Nullable IpList status) {
        return Stream.concat(Stream.ofNullable(effective), Stream.ofNullable(status))
                .flatMap(list -> list.addresses().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Facts facts() {
        return facts;
    }

    Report report() {
        return facts.report();
    }

    Thresholds thresholds() {
        return thresholds;
    }

    Prediction prediction() {
        return prediction;
    }

    ClusterNetwork cluster() {
        return prediction.cluster();
    }

    NodeIpChoice choice() {
        return prediction.nodeIp();
    }

    HostNetwork network() {
        return network;
    }

    HostAddresses host() {
        return host;
    }

    HostStack stack() {
        return stack;
    }

    Logs logs() {
        return logs;
    }

    Remedies remedies() {
        return remedies;
    }

    /** The fix that most rules have: the addresses written down. */
    Remediation pin() {
        return remedies.config().pin();
    }

    ConfigFix configFix() {
        return remedies.config();
    }

    HostFix hostFix() {
        return remedies.host();
    }

    CniFix cniFix() {
        return remedies.cni();
    }

    NodePaths paths() {
        return remedies.paths();
    }

    HostFacts machine() {
        return facts.report().host();
    }

    @Nullable
    ConfigFacts config() {
        return facts.report().config();
    }

    @Nullable
    KubernetesFacts kubernetes() {
        return facts.report().kubernetes();
    }

    /** The Node's InternalIPs in order; absent = not known. */
    @Nullable
    IpList statusIps() {
        KubernetesFacts node = kubernetes();
        return node == null ? null : node.internalIps();
    }

    /** A Node annotation; absent = not set, or not known. */
    @Nullable
    String annotation(String key) {
        KubernetesFacts node = kubernetes();
        return node == null ? null : node.annotations().get(key);
    }

    /** The node's addresses: those it will have, then those that its Node object has. */
    Stream<IpAddress> nodeIps() {
        return nodeIps.stream();
    }

    /** The node's addresses that the host has, with the interface. */
    Stream<Place> nodeIpPlaces() {
        return nodeIps.stream().map(network::find).flatMap(Optional::stream);
    }

    /** Whether the cluster is known to be of IPv6 alone. */
    boolean ipv6OnlyCluster() {
        return cluster().is(IpFamily.IPV6);
    }

    /** Whether the cluster's families are not known, but the host has IPv6 alone, so that the cluster will too. */
    boolean ipv6OnlyByHost() {
        return cluster().families().isEmpty() && stack == HostStack.IPV6_ONLY;
    }

    /** IPv6 in the kernel. */
    KernelIpv6 ipv6() {
        return ipv6;
    }

    /** The rows of both route tables, IPv4 first. */
    Stream<RouteRow> rows() {
        return network.rows();
    }

    /** The rows of both route tables in words. */
    List<String> routes() {
        return rows().map(RouteRow::text).toList();
    }

    /** Whether the configuration says which addresses the node has. */
    boolean pinned() {
        return choice().source() == Source.CONFIGURED || choice().source() == Source.FLANNEL_IFACE;
    }

    /** The Node's Ready condition; absent = not known. */
    @Nullable
    ReadyCondition ready() {
        KubernetesFacts node = kubernetes();
        return node == null ? null : node.ready();
    }

    /** The node's IPv6 addresses that the host has. */
    Stream<Place> ipv6NodeIpPlaces() {
        return nodeIpPlaces().filter(place -> place.address().family() == IpFamily.IPV6);
    }

    /** Seconds since the Node was registered; empty = not known. */
    Optional<Long> secondsSinceRegistration() {
        return Optional.ofNullable(kubernetes())
                .map(KubernetesFacts::createdAt)
                .map(created -> report().origin().collectedAt().getEpochSecond() - created.getEpochSecond());
    }

    /** Whether the Node has been registered for longer than it takes to be given addresses. */
    boolean registeredForLong() {
        return secondsSinceRegistration()
                .filter(seconds -> seconds > thresholds.registration().toSeconds())
                .isPresent();
    }

    /** Log lines of that code that are not over. */
    Stream<Logs.Hit> standing(String code) {
        return logs.standing(code);
    }

    /** The first such line of these codes; absent where there is none. */
    @Nullable
    String log(String... codes) {
        return Stream.of(codes)
                .flatMap(this::standing)
                .map(Logs.Hit::text)
                .findFirst()
                .orElse(null);
    }

    /** The report before this one; empty where there is none. */
    Optional<Report> previous() {
        return facts.earlier().stream().findFirst();
    }

    /** The items of a configuration key, blanks trimmed; empty where it is not set or not known. */
    List<String> configured(String key) {
        ConfigFacts config = config();
        return config == null
                ? List.of()
                : config.items(key).stream().map(String::trim).toList();
    }
}
