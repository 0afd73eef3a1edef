package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** k3s {@code GetIPFromInterface}: the addresses of {@code flannel-iface}, which k3s takes for a {@code node-ip}. */
final class InterfaceSearch {

    private static final NodeIpChoice UNKNOWN = new NodeIpChoice(Source.FLANNEL_IFACE, null, null, null, false, null);

    private final String name;
    private final HostNetwork network;
    private final Trace trace;

    InterfaceSearch(String name, HostNetwork network, Trace trace) {
        this.name = name;
        this.network = network;
        this.trace = trace;
    }

    NodeIpChoice search() {
        if (!network.knowsAll(IpFamily.IPV4) || !network.knowsAll(IpFamily.IPV6)) {
            return UNKNOWN;
        }
        Optional<NetworkInterface> device = network.named(name);
        List<IpAddress> ipv4 = global(device, IpFamily.IPV4);
        List<IpAddress> ipv6 = global(device, IpFamily.IPV6);
        String error = error(device, ipv4, ipv6);
        if (error != null) {
            return failed(error);
        }
        if (ipv6.size() > 1 && !network.ordered()) {
            return UNKNOWN;
        }
        IpList list =
                new IpList(Stream.concat(ipv4.stream(), ipv6.stream().limit(1)).toList());
        Phrase why = why("flannel-iface").with("value", list).with("interface", name);
        trace.add(Chooser.NODE_IP, null, Outcome.TAKEN, why);
        return new NodeIpChoice(Source.FLANNEL_IFACE, null, list, list.first().orElse(null), false, null);
    }

    private @Nullable String error(Optional<NetworkInterface> device, List<IpAddress> ipv4, List<IpAddress> ipv6) {
        if (device.isEmpty()) {
            return DefaultRouteSearch.NO_INTERFACE;
        }
        if (!device.get().up()) {
            return "the interface " + name + " is not up";
        }
        if (ipv4.size() > 1) {
            String all = ipv4.toString().replace(",", "");
            return "multiple global unicast addresses defined for " + name + ", please set ip from one of " + all;
        }
        return ipv4.isEmpty() && ipv6.isEmpty() ? "can't find ip for interface " + name : null;
    }

    private NodeIpChoice failed(String error) {
        trace.add(Chooser.NODE_IP, null, Outcome.FAILED, why("failed").with("error", error));
        return new NodeIpChoice(Source.FLANNEL_IFACE, null, null, null, false, error);
    }

    private static List<IpAddress> global(Optional<NetworkInterface> device, IpFamily family) {
        return device.stream()
                .flatMap(each -> each.of(family))
                .map(InterfaceAddress::address)
                .filter(IpAddress::isGlobalUnicast)
                .toList();
    }
}
