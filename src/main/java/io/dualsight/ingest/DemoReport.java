package io.dualsight.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What a simulated node says at one moment: a healthy report, spoiled by its faults. */
final class DemoReport {

    private static final long MIB = 1024 * 1024;

    private final DemoNode node;
    private final DemoCluster cluster;
    private final DemoLife.Start start;
    private final Instant at;
    private final int intervalSeconds;
    private final DemoTree tree = new DemoTree();

    private DemoReport(DemoNode node, DemoLife.Start start, Instant at, int intervalSeconds) {
        this.node = node;
        this.cluster = node.cluster();
        this.start = start;
        this.at = at;
        this.intervalSeconds = intervalSeconds;
    }

    /** As JSON; the fleet is shown from {@code anchor} on. */
    static Map<String, Object> of(DemoNode node, Instant anchor, Instant at, int intervalSeconds) {
        DemoLife.Start start = new DemoLife(node, anchor).lastStart(at);
        return new DemoReport(node, start, at, intervalSeconds).json(DemoTrouble.on(node, anchor, at));
    }

    private Map<String, Object> json(List<DemoFault> faults) {
        origin();
        agent();
        host();
        config();
        network();
        new DemoNodeObject(node, start, at, tree).add();
        new DemoRuns(node, start, at, tree).add();
        load();
        faults.forEach(fault -> fault.spoil(node, at, tree));
        return tree.json();
    }

    private void origin() {
        tree.put("schemaVersion", 1)
                .put("reportId", node.id("report", at.toEpochMilli()))
                .put("cluster", cluster.title())
                .put("node", node.name())
                .put("collectedAt", at.plusSeconds(clockOffset()).toString());
    }

    /** Two clocks are wrong: one that nobody notices, and one that makes every time on the node doubtful. */
    private long clockOffset() {
        return node.is(DemoCluster.STORES, 15) ? 240 : node.is(DemoCluster.LAB, 6) ? -95 : 0;
    }

    private void agent() {
        boolean old = cluster == DemoCluster.STORES && node.number() <= 10;
        tree.put("agent", "version", old ? "0.0.9" : "0.1.0")
                .put("agent", "startedAt", start.at().plusSeconds(5).toString())
                .put("agent", "intervalSeconds", intervalSeconds)
                .put("agent", "spooledReports", node.is(DemoCluster.STORES, 31, 44) ? 14 : 0)
                .put("agent", "droppedReports", node.is(DemoCluster.STORES, 31) ? 37 : 0)
                .put("agent", "memoryBytes", 33 * MIB + (long) (7 * MIB * node.chance("memory", at.getEpochSecond())))
                .put("agent", "cpuSeconds", start.at().until(at, ChronoUnit.SECONDS) * 0.0017);
    }

    private void host() {
        boolean reboot = node.chance("reboot", start.at().getEpochSecond()) < 0.5;
        Instant bootedAt = reboot ? start.at().minusSeconds(24) : start.at().minusSeconds(3 * 86_400L);
        tree.put("host", "hostname", node.name())
                .put("host", "os", cluster == DemoCluster.STORES ? "Ubuntu 22.04.5 LTS" : "SLES 15 SP6")
                .put("host", "kernel", cluster == DemoCluster.STORES ? "5.15.0-119" : "6.4.0-150600")
                .put("host", "architecture", cluster == DemoCluster.STORES ? "arm64" : "amd64")
                .put("host", "bootId", node.id("boot", bootedAt.getEpochSecond()))
                .put("host", "bootedAt", bootedAt.toString())
                .put("host", "distribution", cluster.distribution())
                .put("host", "distributionVersion", start.version())
                .put("host", "roles", node.isServer() ? List.of("server", "etcd") : List.of("agent"));
    }

    private void config() {
        tree.put("config", "source", "/etc/rancher/" + cluster.distribution() + "/config.yaml")
                .config("node-ip", String.join(",", node.nodeIps()))
                .config("cluster-cidr", cluster.clusterCidr())
                .config("service-cidr", cluster.serviceCidr());
        if (cluster.distribution().equals("rke2")) {
            tree.config("cni", cluster.cni());
        }
    }

    private void network() {
        tree.device("lo", 1).address("127.0.0.1/8", "permanent").address("::1/128", "permanent");
        tree.device("eth0", 2);
        if (cluster.ipv4()) {
            tree.address(node.ipv4() + "/24", "permanent").route("0.0.0.0/0", gateway(), "eth0", "static");
        }
        if (cluster.ipv6()) {
            tree.address(node.ipv6() + "/64", "permanent").route("::/0", "fe80::1", "eth0", "static");
        }
        tree.address("fe80::5054:ff:fe00:%x/64".formatted(node.number() + 0x1000), "permanent");
        tree.put("addressOrder", "netlink")
                .put("hostsFile", List.of("127.0.0.1 localhost", "::1 localhost ip6-localhost ip6-loopback"))
                .put("resolvers", List.of(cluster.ipv6() ? "2001:db8:ff::53" : "192.0.2.53"));
        tree.sysctl("all.forwarding", "1").sysctl("all.disable_ipv6", "0");
        tree.sysctl("eth0.forwarding", "1").sysctl("eth0.accept_ra", "2").sysctl("eth0.disable_ipv6", "0");
    }

    private String gateway() {
        return node.ipv4().substring(0, node.ipv4().lastIndexOf('.')) + ".254";
    }

    private void load() {
        double luck = node.chance("load", at.getEpochSecond());
        tree.put(
                "resources",
                Map.of(
                        "cpuPercent",
                        Math.round(300 + 2500 * luck) / 100.0,
                        "memoryUsedBytes",
                        2100 * MIB + (long) (900 * MIB * luck),
                        "memoryTotalBytes",
                        8192 * MIB));
        if (start.readyBy(at)) {
            connectivity(luck);
        }
    }

    private void connectivity(double luck) {
        String service = cluster.serviceCidr().split(",")[0];
        boolean ipv6 = service.contains(":");
        tree.add(
                "connectivity",
                Map.of(
                        "target",
                        "kubernetes-service",
                        "family",
                        ipv6 ? "ipv6" : "ipv4",
                        "address",
                        ipv6 ? "[" + service.split("/")[0] + "1]:443" : service.replace("0/16", "1:443"),
                        "ok",
                        true,
                        "millis",
                        1 + (int) (4 * luck)));
    }
}
