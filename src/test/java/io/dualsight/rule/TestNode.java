package io.dualsight.rule;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A healthy node's report as a JSON tree, of which a test changes only what it is about. */
final class TestNode extends TestTree {

    static final String NOW = "2026-11-22T10:00:00Z";

    private TestNode(Map<String, Object> tree) {
        super(tree);
    }

    /** A pinned RKE2 server with Calico in an IPv6-only cluster, running well. */
    static TestNode ipv6Only() {
        return base().config("node-ip", "2001:db8:1::10")
                .config("cluster-cidr", "2001:cafe:42::/56")
                .config("service-cidr", "2001:cafe:43::/112")
                .eth0("2001:db8:1::10/64")
                .route("::/0", "fe80::1", "eth0")
                .kubernetes("internalIps", List.of("2001:db8:1::10"))
                .kubernetes("podCidrs", List.of("2001:cafe:42::/64"))
                .annotation("rke2.io/internal-ip", "2001:db8:1::10")
                .annotation("projectcalico.org/IPv6Address", "2001:db8:1::10/64");
    }

    /** The same with both families, IPv4 first. */
    static TestNode dualStack() {
        return base().config("node-ip", "192.0.2.10,2001:db8:1::10")
                .config("cluster-cidr", "10.42.0.0/16,2001:cafe:42::/56")
                .config("service-cidr", "10.43.0.0/16,2001:cafe:43::/112")
                .eth0("192.0.2.10/24", "2001:db8:1::10/64")
                .route("0.0.0.0/0", "192.0.2.1", "eth0")
                .route("::/0", "fe80::1", "eth0")
                .kubernetes("internalIps", List.of("192.0.2.10", "2001:db8:1::10"))
                .kubernetes("podCidrs", List.of("10.42.0.0/24", "2001:cafe:42::/64"))
                .annotation("rke2.io/internal-ip", "192.0.2.10,2001:db8:1::10")
                .annotation("projectcalico.org/IPv4Address", "192.0.2.10/24")
                .annotation("projectcalico.org/IPv6Address", "2001:db8:1::10/64");
    }

    /** The same with IPv4 alone. */
    static TestNode ipv4Only() {
        return base().config("node-ip", "192.0.2.10")
                .config("cluster-cidr", "10.42.0.0/16")
                .config("service-cidr", "10.43.0.0/16")
                .eth0("192.0.2.10/24")
                .route("0.0.0.0/0", "192.0.2.1", "eth0")
                .kubernetes("internalIps", List.of("192.0.2.10"))
                .kubernetes("podCidrs", List.of("10.42.0.0/24"))
                .annotation("rke2.io/internal-ip", "192.0.2.10")
                .annotation("projectcalico.org/IPv4Address", "192.0.2.10/24");
    }

    /** What the rule advises, which fires on this node. */
    Remediation fix(String rule) {
        return new RuleBook(Thresholds.DEFAULT)
                .judge(facts()).findings().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .findFirst()
                        .orElseThrow()
                        .remediation();
    }

    private static TestNode base() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schemaVersion", 1);
        tree.put("reportId", new UUID(1, 2).toString());
        tree.put("cluster", "test");
        tree.put("node", "node-1");
        tree.put("collectedAt", NOW);
        TestNode node = new TestNode(tree);
        node.section("agent").put("probeErrors", new ArrayList<>());
        node.host("hostname", "node-1")
                .host("distribution", "rke2")
                .host("distributionVersion", "v1.31.6+rke2r1")
                .host("roles", List.of("server"));
        node.section("config").put("source", "/etc/rancher/rke2/config.yaml");
        node.config("cni", "calico");
        tree.put("interfaces", new ArrayList<>());
        node.device("lo", 1, "127.0.0.1/8", "::1/128");
        tree.put("addressOrder", "netlink");
        tree.put("routes", new ArrayList<>());
        tree.put("hostsFile", List.of("127.0.0.1 localhost", "::1 localhost ip6-localhost ip6-loopback"));
        node.sysctl("all.forwarding", "1").sysctl("all.disable_ipv6", "0");
        node.sysctl("eth0.forwarding", "1").sysctl("eth0.accept_ra", "2").sysctl("eth0.disable_ipv6", "0");
        node.kubernetes("nodeUid", "uid-1").kubernetes("createdAt", "2026-11-22T09:00:00Z");
        node.ready("True", "2026-11-22T09:02:00Z", "KubeletReady", "");
        node.section("startup").put("serviceStartedAt", "2026-11-22T09:00:30Z");
        node.section("startup").put("serviceUnit", "rke2-server");
        return node;
    }

    TestNode copy() {
        return of(tree());
    }

    static TestNode of(Map<String, Object> tree) {
        return new TestNode(map(Json.read(Json.write(tree))));
    }

    TestNode config(String key, Object value) {
        child(section("config"), "values").put(key, value);
        return this;
    }

    TestNode unset(String key) {
        child(section("config"), "values").remove(key);
        return this;
    }

    TestNode host(String key, Object value) {
        section("host").put(key, value);
        return this;
    }

    TestNode with(String key, Object value) {
        tree().put(key, value);
        return this;
    }

    TestNode without(String key) {
        tree().remove(key);
        return this;
    }

    /** The first card, with these addresses and a link-local one. */
    TestNode eth0(String... addresses) {
        return device("eth0", 2, addresses).address("eth0", "fe80::5054:ff:febf:d6e4/64", "permanent");
    }

    TestNode device(String name, int index, String... addresses) {
        list("interfaces").removeIf(each -> map(each).get("name").equals(name));
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("name", name);
        device.put("index", index);
        device.put("up", true);
        device.put("loopback", name.equals("lo"));
        device.put("pointToPoint", name.startsWith("tun") || name.startsWith("clat"));
        device.put("addresses", new ArrayList<>());
        list("interfaces").add(device);
        for (String address : addresses) {
            address(name, address, "permanent");
        }
        return this;
    }

    TestNode down(String name) {
        device(name).put("up", false);
        return this;
    }

    TestNode address(String device, String cidr, String... flags) {
        Map<String, Object> address = new LinkedHashMap<>();
        String[] parts = cidr.split("/");
        address.put("address", parts[0]);
        address.put("prefixLength", Integer.parseInt(parts[1]));
        address.put("scope", parts[0].startsWith("fe80") ? "link" : parts[0].equals("::1") ? "host" : "global");
        address.put("flags", List.of(flags));
        items(device(device), "addresses").add(address);
        return this;
    }

    TestNode route(String destination, String gateway, String device) {
        return route(destination, gateway, device, "static");
    }

    TestNode route(String destination, String gateway, String device, String origin) {
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("destination", destination);
        route.put("gateway", gateway);
        route.put("interface", device);
        route.put("metric", 100 + list("routes").size());
        route.put("origin", origin);
        list("routes").add(route);
        return this;
    }

    TestNode noRoutes() {
        list("routes").clear();
        return this;
    }

    TestNode sysctl(String name, String value) {
        section("sysctls").put("net.ipv6.conf." + name, value);
        return this;
    }

    TestNode kubernetes(String key, Object value) {
        section("kubernetes").put(key, value);
        return this;
    }

    TestNode annotation(String key, String value) {
        child(section("kubernetes"), "annotations").put(key, value);
        return this;
    }

    TestNode unannotated(String key) {
        child(section("kubernetes"), "annotations").remove(key);
        return this;
    }

    TestNode ready(String status, String at, String reason, String message) {
        return kubernetes(
                "ready", Map.of("status", status, "lastTransitionAt", at, "reason", reason, "message", message));
    }

    TestNode calico(String ipv4, String ipv6) {
        section("calico").put("ipv4Method", ipv4);
        section("calico").put("ipv6Method", ipv6);
        return this;
    }

    TestNode log(String component, String line) {
        list("logLines").add(Map.of("component", component, "at", "2026-11-22T09:59:00Z", "line", line));
        return this;
    }

    TestNode component(Map<String, Object> component) {
        list("components").add(component);
        return this;
    }

    TestNode probeError(String probe, String message) {
        items(section("agent"), "probeErrors").add(Map.of("probe", probe, "message", message));
        return this;
    }

    Report report() {
        return ReportReader.read(Json.read(Json.write(tree())), null);
    }

    Facts facts() {
        return Facts.of(report());
    }
}
