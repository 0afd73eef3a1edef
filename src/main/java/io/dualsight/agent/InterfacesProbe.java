package io.dualsight.agent;

import io.dualsight.contract.AddressOrder;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.IpAddrJson;
import io.dualsight.contract.Limits;
import io.dualsight.contract.NetworkInterface;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces and addresses: from netlink through {@code ip} where it is there and makes sense, since only netlink
 * shows the order in which k3s and kubelet see them; else from what the proc files and the JDK say.
 */
final class InterfacesProbe {

    /** The ends of pods' cables: as many as there are pods, and never a node's address. */
    private static final List<String> PER_POD = List.of("cali", "veth", "lxc");

    private final HostFiles files;
    private final Programs programs;
    private final LinkSource links;

    InterfacesProbe(HostFiles files, Programs programs, LinkSource links) {
        this.files = files;
        this.programs = programs;
        this.links = links;
    }

    @Nullable
    Interfaces read(Gaps gaps) {
        if (!files.exists(ProcAddresses.FILE)) {
            // said even where netlink answers: it is how the report tells that the kernel has no IPv6 at all
            gaps.add("interfaces.ipv6", ProcAddresses.FILE + ": no such file");
        }
        try {
            List<NetworkInterface> netlink = IpAddrJson.read(programs.output("ip", "-j", "addr"));
            return limited(netlink, AddressOrder.NETLINK, gaps);
        } catch (IOException | IllegalArgumentException e) {
            gaps.add("addressOrder", String.valueOf(e.getMessage()));
        }
        List<NetworkInterface> found = gaps.attempt("interfaces", () -> new ProcAddresses(this.files, links).read());
        return found == null ? null : limited(found, AddressOrder.UNKNOWN, gaps);
    }

    static boolean isPerPod(String name) {
        return PER_POD.stream().anyMatch(name::startsWith);
    }

    private static Interfaces limited(List<NetworkInterface> all, AddressOrder order, Gaps gaps) {
        List<NetworkInterface> kept =
                all.stream().filter(each -> !isPerPod(each.name())).toList();
        boolean tooMany = kept.size() > Limits.INTERFACES;
        if (tooMany) {
            gaps.add("interfaces", kept.size() + " interfaces; the first " + Limits.INTERFACES + " are reported");
        }
        List<NetworkInterface> cut = kept.stream()
                .limit(Limits.INTERFACES)
                .map(each -> limited(each, gaps))
                .toList();
        return new Interfaces(cut, order, !tooMany);
    }

    private static NetworkInterface limited(NetworkInterface each, Gaps gaps) {
        if (each.addresses().size() <= Limits.ADDRESSES) {
            return each;
        }
        gaps.add(
                "interfaces." + each.name(),
                each.addresses().size() + " addresses; the first " + Limits.ADDRESSES + " are reported");
        return new NetworkInterface(
                each.name(),
                each.index(),
                each.up(),
                each.loopback(),
                each.pointToPoint(),
                each.mtu(),
                each.addresses().subList(0, Limits.ADDRESSES));
    }
}
