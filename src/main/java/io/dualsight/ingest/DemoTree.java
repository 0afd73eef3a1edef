package io.dualsight.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A report's JSON while it is put together. */
final class DemoTree {

    private final Map<String, Object> tree = new LinkedHashMap<>();

    Map<String, Object> json() {
        return tree;
    }

    DemoTree put(String key, Object value) {
        tree.put(key, value);
        return this;
    }

    /** Puts a value into an object of the report, which is made where it is missing. */
    DemoTree put(String object, String key, Object value) {
        object(tree, object).put(key, value);
        return this;
    }

    DemoTree config(String key, String value) {
        object(object(tree, "config"), "values").put(key, value);
        return this;
    }

    DemoTree unset(String key) {
        object(object(tree, "config"), "values").remove(key);
        return this;
    }

    DemoTree annotation(String key, String value) {
        object(object(tree, "kubernetes"), "annotations").put(key, value);
        return this;
    }

    DemoTree sysctl(String name, String value) {
        return put("sysctls", "net.ipv6.conf." + name, value);
    }

    DemoTree add(String list, Map<String, ?> item) {
        list(list).add(item);
        return this;
    }

    DemoTree clear(String list) {
        list(list).clear();
        return this;
    }

    DemoTree device(String name, int index) {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("name", name);
        device.put("index", index);
        device.put("up", true);
        device.put("loopback", name.equals("lo"));
        device.put("pointToPoint", name.startsWith("tun") || name.startsWith("clat"));
        device.put("mtu", name.equals("lo") ? 65_536 : 1500);
        device.put("addresses", new ArrayList<>());
        return add("interfaces", device);
    }

    /** Gives the device that was added last one more address. */
    DemoTree address(String cidr, String... flags) {
        List<Object> devices = list("interfaces");
        return addressOf(devices.size() - 1, cidr, flags);
    }

    /** Gives the first card one more address. */
    DemoTree eth0(String cidr, String... flags) {
        return addressOf(1, cidr, flags);
    }

    private DemoTree addressOf(int device, String cidr, String... flags) {
        String[] parts = cidr.split("/");
        String scope = parts[0].startsWith("fe80") ? "link" : parts[0].matches("::1|127.*") ? "host" : "global";
        addresses(device)
                .add(Map.of(
                        "address",
                        parts[0],
                        "prefixLength",
                        Integer.parseInt(parts[1]),
                        "scope",
                        scope,
                        "flags",
                        List.of(flags)));
        return this;
    }

    DemoTree bare(int device) {
        addresses(device).clear();
        return this;
    }

    DemoTree route(String destination, String gateway, String device, String origin) {
        return add(
                "routes",
                Map.of(
                        "destination", destination,
                        "gateway", gateway,
                        "interface", device,
                        "metric", destination.startsWith("0") ? 100 : 1024,
                        "origin", origin));
    }

    @SuppressWarnings("unchecked") // what this class has made
    private List<Object> addresses(int device) {
        Map<String, Object> found = (Map<String, Object>) list("interfaces").get(device);
        return (List<Object>) Objects.requireNonNull(found.get("addresses"));
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(String name) {
        return (List<Object>) tree.computeIfAbsent(name, key -> new ArrayList<>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }
}
