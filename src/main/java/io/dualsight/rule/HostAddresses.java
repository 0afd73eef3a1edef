package io.dualsight.rule;

import io.dualsight.contract.AddressFlags;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import io.dualsight.detect.HostNetwork;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;
import java.util.stream.Stream;

/** Which of a host's addresses can serve as a node's address. */
final class HostAddresses {

    /** RFC 7335: given to the host's end of a CLAT, the same on every host. */
    private static final IpPrefix CLAT = IpPrefix.parse("192.0.0.0/29").orElseThrow();

    private final HostNetwork network;
    private final VirtualInterfaces virtual;
    private final List<Place> usable;

    HostAddresses(HostNetwork network, VirtualInterfaces virtual) {
        this.network = network;
        this.virtual = virtual;
        this.usable = network.places().filter(this::isUsable).toList();
    }

    static boolean isClat(IpAddress address) {
        return CLAT.contains(address);
    }

    boolean isVirtual(String device) {
        return virtual.cover(device);
    }

    boolean isVirtual(Place place) {
        return virtual.cover(place.device().name());
    }

    boolean isUsable(Place place) {
        return isHostOwn(place) && place.device().up() && isSettled(place);
    }

    /** A global address of a real interface, in whatever state. */
    boolean isHostOwn(Place place) {
        return place.address().isGlobalUnicast()
                && !isClat(place.address())
                && !place.address().wasV4Mapped()
                && !virtual.cover(place.device().name())
                && (place.address().family() == IpFamily.IPV4 || hasGlobalScope(place));
    }

    private static boolean hasGlobalScope(Place place) {
        String scope = place.entry().scope();
        return scope == null || scope.equals("global");
    }

    private static boolean isSettled(Place place) {
        AddressFlags flags = place.entry().flags();
        boolean waiting = flags.has("tentative") && !flags.has("optimistic");
        return place.address().family() == IpFamily.IPV4 || !flags.has("dadfailed") && !waiting;
    }

    /** All usable addresses, in list order. */
    Stream<Place> usable() {
        return usable.stream();
    }

    /** The usable addresses of one family. */
    Stream<Place> usable(IpFamily family) {
        return usable.stream().filter(each -> each.address().family() == family);
    }

    /** Whether there is no usable address of the family, for certain. */
    boolean hasNone(IpFamily family) {
        return network.knowsAll(family) && usable(family).findAny().isEmpty();
    }

    HostStack stack() {
        boolean ipv4 = usable(IpFamily.IPV4).findAny().isPresent();
        boolean ipv6 = usable(IpFamily.IPV6).findAny().isPresent();
        if (ipv4 && ipv6) {
            return HostStack.DUAL_STACK;
        }
        boolean ipv6Known = network.knowsAll(IpFamily.IPV6) || network.ipv6NotLoaded();
        if (!ipv4 && !network.knowsAll(IpFamily.IPV4) || !ipv6 && !ipv6Known) {
            return HostStack.UNKNOWN;
        }
        if (ipv4) {
            return HostStack.IPV4_ONLY;
        }
        return ipv6 ? HostStack.IPV6_ONLY : HostStack.NONE;
    }

    /**
     * Whether an address looks like a virtual IP: alone in its prefix, while its interface has a usable address of the
     * node's own whose shorter prefix holds it. DHCPv6 gives such addresses too, with a lifetime.
     */
    boolean isVip(Place place) {
        Integer length = place.entry().prefixLength();
        IpFamily family = place.address().family();
        return length != null
                && length == family.bits()
                && !place.entry().flags().has("dynamic")
                && usable(family)
                        .filter(each -> each.device().equals(place.device()))
                        .anyMatch(each -> holds(each, place.address()));
    }

    private static boolean holds(Place own, IpAddress address) {
        Integer length = own.entry().prefixLength();
        return length != null
                && length < address.family().bits()
                && !own.address().equals(address)
                && new IpPrefix(own.address(), length).contains(address);
    }
}
