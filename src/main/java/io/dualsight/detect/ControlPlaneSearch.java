package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server gives kube-apiserver to advertise. The order of {@code node-ip} counts as written, not as swapped. */
final class ControlPlaneSearch {

    private final ConfigFacts config;
    private final ClusterNetwork cluster;
    private final Trace trace;

    ControlPlaneSearch(ConfigFacts config, ClusterNetwork cluster, Trace trace) {
        this.config = config;
        this.cluster = cluster;
        this.trace = trace;
    }

    ControlPlaneOutcome search(NodeIpChoice choice) {
        IpFamily service = cluster.servicePrimary();
        String loopback = service == null ? null : KubeletSearch.loopback(service);
        for (String key : List.of("advertise-address", "node-external-ip", "node-ip")) {
            Optional<IpAddress> address = firstValid(key);
            if (address.isPresent()) {
                return outcome(address.get(), key, loopback);
            }
        }
        IpAddress first = choice.first();
        if (first == null) {
            return new ControlPlaneOutcome(null, null, null, loopback);
        }
        return outcome(first, choice.source() == Source.FLANNEL_IFACE ? "flannel-iface" : "default route", loopback);
    }

    private Optional<IpAddress> firstValid(String key) {
        return config.items(key).stream()
                .map(String::trim)
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private ControlPlaneOutcome outcome(IpAddress address, String source, @Nullable String loopback) {
        trace.add(
                Chooser.ADVERTISE,
                address.family(),
                Outcome.TAKEN,
                why("advertise").with("address", address).with("source", source));
        String fatal = fatal(address);
        if (fatal != null) {
            trace.add(
                    Chooser.ADVERTISE,
                    address.family(),
                    Outcome.FAILED,
                    why("failed").with("error", fatal));
        }
        return new ControlPlaneOutcome(address, source, fatal, loopback);
    }

    private @Nullable String fatal(IpAddress address) {
        CidrList services = cluster.serviceCidr();
        if (services == null
                || services.primary().filter(each -> each != address.family()).isEmpty()) {
            return null;
        }
        return "service IP family \""
                + ClusterNetwork.masked(services.prefixes().get(0)) + "\" must match public address family \"" + address
                + "\"";
    }
}
