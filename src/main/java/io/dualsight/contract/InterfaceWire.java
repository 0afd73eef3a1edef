package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report's {@code interfaces} and {@code addressOrder}. */
final class InterfaceWire {

    private static final int FLAG = 64;

    private InterfaceWire() {}

    static Interfaces read(Fields fields, ProbeErrors gaps) {
        List<NetworkInterface> all = new ArrayList<>();
        boolean complete = complete(gaps);
        for (Fields each : fields.objects("interfaces", Limits.INTERFACES)) {
            String name = each.text("name");
            List<Fields> addresses = name == null ? List.of() : each.objects("addresses", Limits.ADDRESSES);
            complete &= each.holds("addresses") && addresses.stream().allMatch(inner -> inner.holds("address"));
            if (name == null) {
                complete = false;
            } else {
                all.add(read(each, name, addresses));
            }
        }
        return new Interfaces(all, order(fields), complete);
    }

    private static boolean complete(ProbeErrors gaps) {
        return !gaps.touch("interfaces") && !gaps.touch("addresses");
    }

    private static AddressOrder order(Fields fields) {
        AddressOrder order = fields.parsed("addressOrder", InterfaceWire::order, "netlink or unknown");
        return order == null ? AddressOrder.UNKNOWN : order;
    }

    private static @Nullable AddressOrder order(String text) {
        return switch (text) {
            case "netlink" -> AddressOrder.NETLINK;
            case "unknown" -> AddressOrder.UNKNOWN;
            default -> null;
        };
    }

    private static NetworkInterface read(Fields fields, String name, List<Fields> inner) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        inner.forEach(each -> add(addresses, each));
        return new NetworkInterface(
                name,
                fields.integer("index", 0, Integer.MAX_VALUE),
                fields.flag("up", true),
                fields.flag("loopback", name.equals("lo")),
                fields.flag("pointToPoint", false),
                fields.integer("mtu", 0, Integer.MAX_VALUE),
                addresses);
    }

    private static void add(List<InterfaceAddress> addresses, Fields fields) {
        IpAddress address = fields.address("address");
        if (address == null) {
            return;
        }
        // an IPv4-mapped address stands on an IPv6 interface with an IPv6 prefix length
        int bits =
                address.wasV4Mapped() ? IpFamily.IPV6.bits() : address.family().bits();
        AddressFlags flags = fields.holds("flags") ? AddressFlags.of(flags(fields)) : AddressFlags.UNKNOWN;
        addresses.add(new InterfaceAddress(
                address, fields.integer("prefixLength", 0, bits), fields.text("scope", FLAG), flags));
    }

    private static List<String> flags(Fields fields) {
        List<String> flags = fields.texts("flags");
        flags.stream()
                .filter(each -> each.length() > FLAG)
                .forEach(each -> fields.faults().add(fields.path("flags"), each, "a kernel flag's name"));
        return flags;
    }

    static void write(Interfaces interfaces, ProbeErrors gaps, Tree tree) {
        List<Map<String, Object>> all = new ArrayList<>();
        interfaces.all().forEach(each -> all.add(write(each)));
        if (!interfaces.complete() && complete(gaps) && all.size() < Limits.INTERFACES) {
            // The entry that was cut short: it says that there is more.
            all.add(Map.of());
        }
        tree.put("interfaces", all);
        tree.put("addressOrder", interfaces.order().wire());
    }

    private static Map<String, Object> write(NetworkInterface each) {
        return new Tree()
                .put("name", each.name())
                .put("index", each.index())
                .put("up", each.up())
                .put("loopback", each.loopback())
                .put("pointToPoint", each.pointToPoint())
                .put("mtu", each.mtu())
                .known("addresses", each.addresses(), InterfaceWire::write)
                .map();
    }

    private static Map<String, Object> write(InterfaceAddress each) {
        Tree tree = new Tree()
                .put("address", (each.address().wasV4Mapped() ? "::ffff:" : "") + each.address())
                .put("prefixLength", each.prefixLength())
                .put("scope", each.scope());
        if (each.flags().known()) {
            tree.put("flags", each.flags().names());
        }
        return tree.map();
    }
}
