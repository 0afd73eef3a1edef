package io.dualsight.rule;

import io.dualsight.contract.Report;
import io.dualsight.contract.StartupFacts;
import io.dualsight.detect.Distribution;
import org.jspecify.annotations.Nullable;

/** Where the node's distribution keeps its files, and what its service is called. */
final class NodePaths {

    private final Report report;
    private final Distribution distribution;

    NodePaths(Report report) {
        this.report = report;
        this.distribution = Distribution.of(report);
    }

    /** The configuration file; absent where the distribution is neither RKE2 nor k3s. */
    @Nullable
    String config() {
        String file = report.config() == null ? null : report.config().file();
        if (file != null && file.endsWith(".yaml")) {
            return file;
        }
        String name = name();
        return name == null ? null : "/etc/rancher/" + name + "/config.yaml";
    }

    /** The unit whose flags override the configuration file; absent where none do. */
    @Nullable
    String overriddenBy() {
        return report.config() == null ? null : report.config().overriddenBy();
    }

    /** A file beside the configuration; absent where there is none. */
    @Nullable
    String besideConfig(String file) {
        String config = config();
        return config == null ? null : config.substring(0, config.lastIndexOf('/') + 1) + file;
    }

    /** A manifest that the server applies by itself; absent where the distribution has no such folder. */
    @Nullable
    String manifest(String file) {
        String name = name();
        return name == null ? null : "/var/lib/rancher/" + name + "/server/manifests/" + file;
    }

    /** Where etcd keeps its data; absent where not known. */
    @Nullable
    String etcdData() {
        String name = name();
        return name == null ? null : "/var/lib/rancher/" + name + "/server/db/etcd";
    }

    /** A sysctl file whose name tells where it comes from. */
    String sysctl(String suffix) {
        String name = name();
        return "/etc/sysctl.d/90-" + (name == null ? "kubernetes" : name) + suffix + ".conf";
    }

    /** The program's name, {@code rke2} or {@code k3s}; absent for others. */
    @Nullable
    String name() {
        return switch (distribution) {
            case RKE2 -> "rke2";
            case K3S -> "k3s";
            default -> null;
        };
    }

    /** The systemd unit; absent where not known. */
    @Nullable
    String unit() {
        StartupFacts startup = report.runtime().startup();
        if (startup != null && startup.serviceUnit() != null) {
            return startup.serviceUnit();
        }
        boolean server = report.host().isServer();
        if (!server && report.host().roles().isEmpty()) {
            return null;
        }
        return switch (distribution) {
            case RKE2 -> server ? "rke2-server" : "rke2-agent";
            case K3S -> server ? "k3s" : "k3s-agent";
            default -> null;
        };
    }

    String node() {
        return report.origin().node();
    }
}
