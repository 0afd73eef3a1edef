package io.dualsight.rule;

import static io.dualsight.rule.RuleCase.of;
import static io.dualsight.rule.Severity.CRITICAL;
import static io.dualsight.rule.Severity.ERROR;
import static io.dualsight.rule.Severity.INFO;
import static io.dualsight.rule.Severity.WARNING;
import static io.dualsight.rule.TestNode.dualStack;
import static io.dualsight.rule.TestNode.ipv4Only;
import static io.dualsight.rule.TestNode.ipv6Only;

import io.dualsight.detect.ClusterSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules on Calico, flannel, Cilium and the Node object fire on, and what just not. */
final class CniCases {

    static final List<RuleCase> ALL = List.of(
            of(
                    "CALICO_V4_AUTODETECT_ON_V6ONLY",
                    CRITICAL,
                    ipv6Only().calico("first-found", "first-found"),
                    ipv6Only().calico("none", "first-found")),
            of(
                    "CALICO_V4_AUTODETECT_ON_V6ONLY",
                    ERROR,
                    ipv6Only().calico("first-found", "first-found").device("nerdctl0", 5, "198.51.100.1/24"),
                    ipv6Only().calico("none", "first-found").device("nerdctl0", 5, "198.51.100.1/24")),
            of(
                    "CALICO_NO_V6_CANDIDATE",
                    CRITICAL,
                    ipv6Only().calico("none", "interface=eth1"),
                    ipv6Only().calico("none", "interface=eth[01]")),
            of(
                    "CALICO_V6_AUTODETECT_MISSING",
                    ERROR,
                    ipv6Only().calico("none", "none"),
                    ipv4Only().calico("first-found", "none")),
            of(
                    "CALICO_NODE_START_FAILED",
                    CRITICAL,
                    calicoNode("terminated", 1, false),
                    calicoNode("terminated", 0, false)),
            of(
                    "CALICO_NODE_START_FAILED",
                    CRITICAL,
                    calicoNode("terminated", 137, false),
                    calicoNode("terminated", 137, true)),
            of(
                    "CALICO_NODE_START_FAILED",
                    CRITICAL,
                    ipv6Only().log("calico-node", "Calico node failed to start"),
                    ipv6Only().log("calico-node", "Calico started successfully")),
            of(
                    "CALICO_IP_MISMATCH",
                    ERROR,
                    ipv4Only()
                            .device("eth1", 3, "198.51.100.7/24")
                            .annotation("projectcalico.org/IPv4Address", "198.51.100.7/24"),
                    ipv4Only().device("eth1", 3, "198.51.100.7/24")),
            of(
                    "CALICO_IP_MISMATCH",
                    ERROR,
                    ipv4Only().without("interfaces").annotation("projectcalico.org/IPv4Address", "192.0.2.11/24"),
                    ipv4Only().without("interfaces")),
            of("CALICO_IP_IS_VIP", ERROR, vip("192.0.2.100/32"), vip("192.0.2.100/31")),
            of(
                    "CALICO_STALE_V4_ANNOTATION",
                    WARNING,
                    ipv6Only().annotation("projectcalico.org/IPv4Address", "198.51.100.1/24"),
                    dualStack()),
            of(
                    "FLANNEL_NO_DEFAULT_IFACE",
                    CRITICAL,
                    canal().noRoutes().route("0.0.0.0/0", "192.0.2.1", "eth0"),
                    canal()),
            of("FLANNEL_SPLIT_DEFAULT_IFACE", CRITICAL, split(), split().config("cni", "calico")),
            of(
                    "FLANNEL_PUBLIC_IP_MISMATCH",
                    ERROR,
                    canal().annotation("flannel.alpha.coreos.com/public-ip", "192.0.2.11"),
                    canal().annotation("flannel.alpha.coreos.com/public-ip", "192.0.2.10")),
            of(
                    "CILIUM_V6ONLY_NO_V4",
                    CRITICAL,
                    ipv6Only()
                            .config("cni", "cilium")
                            .log("cilium-agent", "external IPv4 node address could not be derived"),
                    dualStack()
                            .config("cni", "cilium")
                            .log("cilium-agent", "external IPv4 node address could not be derived")),
            of(
                    "PODCIDR_FAMILY_MISSING",
                    CRITICAL,
                    canal().kubernetes("podCidrs", List.of("10.42.0.0/24")),
                    canal().kubernetes("podCidrs", List.of("10.42.0.0/24"))
                            .kubernetes("createdAt", "2026-11-22T09:59:00Z")),
            of(
                    "PODCIDR_FAMILY_MISSING",
                    INFO,
                    dualStack().kubernetes("podCidrs", List.of("10.42.0.0/24")),
                    dualStack().kubernetes("podCidrs", null)),
            of(
                    "CCM_DISABLED_DUAL_NODE_IP",
                    ERROR,
                    dualStack().config("disable-cloud-controller", true),
                    ipv6Only().config("disable-cloud-controller", true)),
            of(
                    "STATUS_ANNOTATION_MISMATCH",
                    ERROR,
                    dualStack().annotation("rke2.io/internal-ip", "192.0.2.10,2001:db8:1::11"),
                    dualStack()),
            of(
                    "STATUS_ANNOTATION_MISMATCH",
                    WARNING,
                    dualStack().annotation("rke2.io/internal-ip", "2001:db8:1::10,192.0.2.10"),
                    dualStack()),
            of(
                    "PROVIDED_NODE_IP_MISMATCH",
                    ERROR,
                    dualStack().annotation("alpha.kubernetes.io/provided-node-ip", "192.0.2.11"),
                    dualStack().annotation("alpha.kubernetes.io/provided-node-ip", "192.0.2.10")),
            of("NODE_IP_CHANGED", WARNING, moved(ipv6Only()), stayed()),
            of("NODE_IP_CHANGED", CRITICAL, moved(ipv6Only().host("roles", List.of("server", "etcd"))), stayed()),
            of(
                    "ETCD_PEER_URL_MISMATCH",
                    CRITICAL,
                    notMember(
                            "this server is a not a member of the etcd cluster. Found [n=https://192.0.2.1:2380], expect: n=https://192.0.2.2:2380"),
                    notMember("this server is a member of the etcd cluster")),
            of("LOOPBACK_PROBE_MISMATCH", ERROR, proxy(null, 200), proxy(200, null)),
            of("LOOPBACK_PROBE_MISMATCH", ERROR, proxy(null, 503), proxy(200, 200)),
            of(
                    "RESOLV_CONF_FALLBACK",
                    ERROR,
                    ipv6Only().with("resolvers", List.of("8.8.8.8")),
                    ipv6Only().with("resolvers", List.of("2001:db8::53"))),
            of(
                    "RESOLV_CONF_FALLBACK",
                    WARNING,
                    refused("Host resolv.conf includes loopback or multicast nameservers"),
                    ipv4Only()),
            of("CNI_NOT_READY", ERROR, pending("2026-11-22T09:55:00Z"), ipv6Only()),
            of("CNI_NOT_READY", INFO, pending("2026-11-22T09:55:01Z"), ipv6Only()),
            of("READY_SLOW", WARNING, slow(301, 150), slow(300, 150)),
            of("READY_SLOW", WARNING, slow(401, 200), slow(400, 200)));

    private CniCases() {}

    private static TestNode calicoNode(String state, int exitCode, boolean deleting) {
        return ipv6Only()
                .component(Map.of("name", "calico-node", "state", state, "exitCode", exitCode, "deleting", deleting));
    }

    private static TestNode vip(String cidr) {
        return ipv4Only().address("eth0", cidr, "permanent").annotation("projectcalico.org/IPv4Address", cidr);
    }

    private static TestNode canal() {
        return dualStack().config("cni", "canal");
    }

    private static TestNode split() {
        return canal().device("eth1", 3, "198.51.100.7/24")
                .noRoutes()
                .route("0.0.0.0/0", "198.51.100.1", "eth1")
                .route("::/0", "fe80::1", "eth0");
    }

    private static Facts moved(TestNode now) {
        TestNode before = ipv6Only().kubernetes("internalIps", List.of("2001:db8:1::9"));
        return new Facts(now.report(), List.of(before.report()), FleetView.NONE, null);
    }

    private static Facts stayed() {
        return new Facts(ipv6Only().report(), List.of(ipv6Only().report()), FleetView.NONE, null);
    }

    private static TestNode notMember(String line) {
        return ipv4Only()
                .ready("Unknown", TestNode.NOW, "NodeStatusUnknown", "")
                .log("rke2-server", line);
    }

    private static TestNode refused(String line) {
        return ipv4Only()
                .ready("Unknown", TestNode.NOW, "NodeStatusUnknown", "")
                .log("k3s", line);
    }

    /** kube-proxy listens on ::1 on this node. */
    private static TestNode proxy(Integer ipv6Status, Integer ipv4Status) {
        List<Object> endpoints = new ArrayList<>();
        endpoints.add(endpoint("http://[::1]:10256/healthz", ipv6Status));
        endpoints.add(endpoint("http://127.0.0.1:10256/healthz", ipv4Status));
        return ipv6Only().component(Map.of("name", "kube-proxy", "state", "running", "endpoints", endpoints));
    }

    private static Map<String, Object> endpoint(String url, Integer status) {
        Map<String, Object> endpoint = new HashMap<>();
        endpoint.put("url", url);
        endpoint.put("status", status);
        return endpoint;
    }

    private static TestNode pending(String since) {
        return ipv6Only()
                .ready("False", since, "KubeletNotReady", "container runtime network not ready: NetworkPluginNotReady");
    }

    private static Facts slow(int seconds, double median) {
        TestNode node = ipv6Only()
                .ready(
                        "True",
                        Instant.parse("2026-11-22T09:00:30Z")
                                .plusSeconds(seconds)
                                .toString(),
                        "KubeletReady",
                        "");
        FleetView.Baseline baseline = new FleetView.Baseline(median, 20);
        return new Facts(
                node.report(), List.of(), new FleetView(ClusterSettings.UNKNOWN, Map.of(), null, baseline), null);
    }
}
