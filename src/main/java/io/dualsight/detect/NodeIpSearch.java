package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.Pick.Kind;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** k3s {@code GetHostnameAndIPs}: the node's addresses before they are held against the cluster. */
final class NodeIpSearch {

    private final ConfigFacts config;
    private final Distribution distribution;
    private final HostNetwork network;
    private final Trace trace;

    NodeIpSearch(ConfigFacts config, Distribution distribution, HostNetwork network, Trace trace) {
        this.config = config;
        this.distribution = distribution;
        this.network = network;
        this.trace = trace;
    }

    NodeIpChoice search() {
        if (!config.items("node-ip").isEmpty()) {
            return configured();
        }
        // RKE2 drops the flag
        String device = config.text("flannel-iface");
        if (distribution == Distribution.K3S && device != null && !device.isBlank()) {
            return new InterfaceSearch(device.trim(), network, trace).search();
        }
        return detected();
    }

    private NodeIpChoice configured() {
        List<IpAddress> addresses = addresses("node-ip");
        String error = error("node-ip");
        IpList list = new IpList(addresses);
        if (error != null) {
            trace.add(Chooser.NODE_IP, null, Outcome.FAILED, why("unparsable").with("error", error));
            return new NodeIpChoice(Source.CONFIGURED, list, null, null, false, error);
        }
        trace.add(Chooser.NODE_IP, null, Outcome.TAKEN, why("configured").with("value", list));
        return new NodeIpChoice(Source.CONFIGURED, list, list, null, false, error("node-external-ip"));
    }

    private List<IpAddress> addresses(String key) {
        return config.items(key).stream()
                .flatMap(item -> IpAddress.parse(item.trim()).stream())
                .toList();
    }

    /** k3s's complaint of the first item that is no address; absent where all are. */
    private @Nullable String error(String key) {
        return config.items(key).stream()
                .map(String::trim)
                .filter(item -> IpAddress.parse(item).isEmpty())
                .map(item -> "invalid " + key + ": invalid ip format '" + item + "'")
                .findFirst()
                .orElse(null);
    }

    private NodeIpChoice detected() {
        DefaultRouteSearch search = new DefaultRouteSearch(network, trace);
        Pick first = search.choose(IpFamily.IPV4);
        IpAddress address = first.address();
        if (address == null) {
            return new NodeIpChoice(Source.DEFAULT_ROUTE, null, null, null, false, first.error());
        }
        List<IpAddress> found = new ArrayList<>(List.of(address));
        if (address.family() == IpFamily.IPV4) {
            // an error here is swallowed, and falling back to IPv4 would find the first address again
            Pick second = search.search(IpFamily.IPV6);
            if (second.is(Kind.UNKNOWN)) {
                return new NodeIpChoice(Source.DEFAULT_ROUTE, null, null, address, false, null);
            }
            Optional.ofNullable(second.address())
                    .filter(each -> !each.equals(address))
                    .ifPresent(found::add);
        }
        return new NodeIpChoice(
                Source.DEFAULT_ROUTE, null, new IpList(found), address, false, error("node-external-ip"));
    }
}
