package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code ip -j addr} prints: interfaces and addresses in netlink order. */
public final class IpAddrJson {

    private IpAddrJson() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where it is not that
     */
    public static List<NetworkInterface> read(String json) {
        if (!(tree(json) instanceof List<?> entries)) {
            throw nonsense();
        }
        List<NetworkInterface> all = new ArrayList<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw nonsense();
            }
            // some versions print an empty object for what they filter out
            if (!map.isEmpty()) {
                all.add(device(map));
            }
        }
        if (all.isEmpty()) {
            throw nonsense();
        }
        return all;
    }

    private static @Nullable Object tree(String json) {
        try {
            return Json.read(json);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("ip -j addr: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException nonsense() {
        return new IllegalArgumentException("ip -j addr: printed something else");
    }

    private static NetworkInterface device(Map<?, ?> map) {
        if (!(map.get("ifname") instanceof String name) || !(map.get("flags") instanceof List<?> flags)) {
            throw nonsense();
        }
        List<InterfaceAddress> addresses = new ArrayList<>();
        if (map.get("addr_info") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> each && each.containsKey("local")) {
                    addresses.add(address(each));
                }
            }
        }
        return new NetworkInterface(
                name,
                whole(map.get("ifindex")),
                flags.contains("UP"),
                flags.contains("LOOPBACK"),
                flags.contains("POINTOPOINT"),
                whole(map.get("mtu")),
                addresses);
    }

    private static InterfaceAddress address(Map<?, ?> entry) {
        IpAddress address = IpAddress.parse(String.valueOf(entry.get("local"))).orElseThrow(IpAddrJson::nonsense);
        String scope = entry.get("scope") instanceof String text ? text : null;
        Integer length = whole(entry.get("prefixlen"));
        if (length != null && length > 8 * address.bytes().length) {
            throw nonsense();
        }
        return new InterfaceAddress(address, length, scope, KernelFlags.of(entry));
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        if (value instanceof Long number && (number < 0 || number > Integer.MAX_VALUE)) {
            throw nonsense();
        }
        return value instanceof Long number ? number.intValue() : null;
    }
}
