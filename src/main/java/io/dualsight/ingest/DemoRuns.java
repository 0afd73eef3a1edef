package io.dualsight.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What runs on a simulated node, and how its last start went. */
final class DemoRuns {

    private static final String AFFECTED = "v1.29.12+rke2r1";
    private static final String NO_ADDRESS =
            "Couldn't autodetect an IPv4 address. If auto-detecting, choose a different"
                    + " autodetection method. Otherwise provide an explicit address.";

    private final DemoNode node;
    private final DemoCluster cluster;
    private final DemoLife.Start start;
    private final Instant at;
    private final DemoTree tree;

    DemoRuns(DemoNode node, DemoLife.Start start, Instant at, DemoTree tree) {
        this.node = node;
        this.cluster = node.cluster();
        this.start = start;
        this.at = at;
        this.tree = tree;
    }

    void add() {
        startup();
        components();
    }

    private String unit() {
        String distribution = cluster.distribution();
        return node.isServer() && distribution.equals("k3s")
                ? "k3s"
                : distribution + (node.isServer() ? "-server" : "-agent");
    }

    private void startup() {
        tree.put("startup", "serviceUnit", unit())
                .put("startup", "serviceStartedAt", start.at().toString())
                .put("startup", "invocationId", invocation());
    }

    private String invocation() {
        return node.id("invocation", start.at().getEpochSecond()).replace("-", "");
    }

    private void components() {
        component(unit(), "unit", 4);
        component("kubelet", "unit", 9);
        component("containerd", "unit", 6);
        if (node.isServer()) {
            component("etcd", "container", 14);
            component("kube-apiserver", "container", 22);
        }
        component("kube-proxy", "container", 20);
        cni();
    }

    private void cni() {
        String cni = cluster.cni().equals("calico") ? "calico-node" : cluster.cni();
        int failed = start.failedBy(at);
        if (start.readyBy(at) || failed == 0) {
            cni(cni, failed, at);
        } else {
            crashed(cni, failed);
        }
    }

    private void component(String name, String kind, int readyAfter) {
        boolean ready = !at.isBefore(start.at().plusSeconds(readyAfter));
        String instance = kind.equals("unit") ? name + "/" + invocation() : pod(name);
        Map<String, Object> run = run(name, kind, instance);
        run.put("state", "running");
        run.put("restartCount", 0);
        run.put("startedAt", start.at().plusSeconds(readyAfter / 2).toString());
        run.put("ready", ready);
        if (ready) {
            run.put("readyAt", start.at().plusSeconds(readyAfter).toString());
        }
        tree.add("components", run);
    }

    private void cni(String name, int failed, Instant now) {
        Map<String, Object> run = run(name, "container", pod(name));
        boolean ready = start.readyBy(now);
        Instant readyAt = start.at().plusSeconds(Math.max(1, start.readySeconds() - 5L));
        run.put("state", "running");
        run.put("restartCount", failed);
        run.put("startedAt", (ready ? readyAt.minusSeconds(12) : start.at().plusSeconds(8)).toString());
        run.put("ready", ready);
        if (ready) {
            run.put("readyAt", readyAt.toString());
        }
        tree.add("components", run);
    }

    private void crashed(String name, int failed) {
        Map<String, Object> run = run(name, "container", pod(name));
        run.put("state", "waiting");
        run.put("reason", "CrashLoopBackOff");
        run.put("exitCode", 1);
        run.put("restartCount", failed);
        run.put("ready", false);
        tree.add("components", run);
        if (name.equals("calico-node") && start.version().equals(AFFECTED)) {
            tree.add(
                    "logLines",
                    Map.of("component", name, "at", at.minusSeconds(20).toString(), "line", NO_ADDRESS));
        }
    }

    private static Map<String, Object> run(String name, String kind, String instance) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", name);
        run.put("instance", instance);
        run.put("kind", kind);
        return run;
    }

    private String pod(String name) {
        return node.id(name, start.at().getEpochSecond()) + "/" + name;
    }
}
