package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.AddressFlags;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.contract.Route;
import io.dualsight.detect.HostNetwork.Place;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * calico-node's {@code can-reach}: the address from which the kernel would send to a destination. Reports hold the
 * default routes and, by their addresses, the directly connected prefixes; where these leave one address, it is that one.
 */
final class CalicoReach {

    private final HostNetwork network;
    private final IpFamily family;
    private final Trace trace;

    CalicoReach(HostNetwork network, IpFamily family, Trace trace) {
        this.network = network;
        this.family = family;
        this.trace = trace;
    }

    CalicoWalk.Result to(String destination) {
        Optional<IpAddress> target = IpAddress.parse(destination);
        if (target.isPresent() && target.get().family() != family) {
            step(Outcome.FAILED, why("calico-unreachable").with("destination", destination));
            return new CalicoWalk.Result(null, true);
        }
        String source = target.map(this::source).orElse(null);
        if (source == null) {
            step(Outcome.UNKNOWN, why("calico-reach-unknown").with("destination", destination));
            return new CalicoWalk.Result(null, false);
        }
        step(Outcome.TAKEN, why("calico-reaches").with("address", source).with("destination", destination));
        return new CalicoWalk.Result(source, true);
    }

    /** The one address that packets to {@code target} can come from; absent where there are more, or it is not known. */
    private @Nullable String source(IpAddress target) {
        if (!network.knowsAll(family)) {
            return null;
        }
        List<Place> connected = network.places()
                .filter(place -> place.device().up() && covers(place.entry(), target))
                .toList();
        if (!connected.isEmpty()) {
            int longest = connected.stream().mapToInt(CalicoReach::length).max().orElseThrow();
            return only(connected.stream()
                    .filter(place -> length(place) == longest)
                    .map(Place::entry)
                    .toList());
        }
        return device(target)
                .map(device -> only(device.of(family)
                        .filter(each -> each.address().isGlobalUnicast())
                        .toList()))
                .orElse(null);
    }

    private boolean covers(InterfaceAddress entry, IpAddress target) {
        Integer length = entry.prefixLength();
        return entry.address().family() == family
                && entry.address().isGlobalUnicast()
                && length != null
                && new IpPrefix(entry.address(), length).contains(target);
    }

    private static int length(Place place) {
        Integer length = place.entry().prefixLength();
        return length == null ? 0 : length;
    }

    /** The interface of the best route: the longest prefix, then the least metric; empty where that is not clear. */
    private Optional<NetworkInterface> device(IpAddress target) {
        return network.rows(family).stream()
                .map(RouteRow::route)
                .filter(route -> route.destination().contains(target) && !route.unreachable())
                .min(Comparator.<Route>comparingInt(
                                route -> -route.destination().length())
                        .thenComparing(route -> route.metric() == null ? 0L : route.metric()))
                .flatMap(route -> network.named(route.device()));
    }

    /** Of addresses that are as good as each other the kernel's choice is not told by these facts. */
    private static @Nullable String only(List<InterfaceAddress> addresses) {
        List<InterfaceAddress> lasting =
                addresses.stream().filter(each -> !passing(each.flags())).toList();
        return lasting.size() == 1 ? lasting.get(0).cidr() : null;
    }

    /** The kernel avoids them as long as there is another address. */
    private static boolean passing(AddressFlags flags) {
        return flags.has("deprecated") || flags.has("tentative") || flags.has("dadfailed");
    }

    private void step(Outcome outcome, Phrase why) {
        trace.add(Chooser.CALICO, family, outcome, why);
    }
}
