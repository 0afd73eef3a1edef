package io.dualsight.agent;

import java.util.List;
import java.util.Optional;

/** A Kubernetes distribution and where it keeps its things. */
enum Distribution {
    RKE2("rke2", "/etc/rancher/rke2", "/var/lib/rancher/rke2", List.of("rke2-server", "rke2-agent")),
    K3S("k3s", "/etc/rancher/k3s", "/var/lib/rancher/k3s", List.of("k3s", "k3s-agent")),
    KUBEADM("kubeadm", "/etc/kubernetes", "/var/lib/kubelet", List.of("kubelet"));

    private final String label;
    private final String configFolder;
    private final String dataFolder;
    private final List<String> units;

    Distribution(String label, String configFolder, String dataFolder, List<String> units) {
        this.label = label;
        this.configFolder = configFolder;
        this.dataFolder = dataFolder;
        this.units = units;
    }

    /** The one that is installed here; what only left its folders behind comes after what still has its units. */
    static Optional<Distribution> find(HostFiles files) {
        for (Distribution each : values()) {
            if (each.units.stream().anyMatch(unit -> hasUnit(files, unit)) && each.hasFolder(files)) {
                return Optional.of(each);
            }
        }
        for (Distribution each : values()) {
            if (each.hasFolder(files)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private boolean hasFolder(HostFiles files) {
        return switch (this) {
            case KUBEADM ->
                files.exists("/etc/kubernetes/kubelet.conf") || files.exists("/var/lib/kubelet/kubeadm-flags.env");
            default -> files.exists(configFolder) || files.exists(dataFolder);
        };
    }

    private static boolean hasUnit(HostFiles files, String unit) {
        return List.of("/etc/systemd/system/", "/usr/local/lib/systemd/system/", "/usr/lib/systemd/system/").stream()
                .anyMatch(folder -> files.exists(folder + unit + ".service"));
    }

    /** The name in reports. */
    String label() {
        return label;
    }

    /** Where its {@code config.yaml} is. */
    String configFolder() {
        return configFolder;
    }

    /** Where it keeps its data. */
    String dataFolder() {
        return dataFolder;
    }

    /** Kubelet's access to the API. */
    String kubeconfig() {
        return this == KUBEADM ? configFolder + "/kubelet.conf" : dataFolder + "/agent/kubelet.kubeconfig";
    }

    /** Where its containerd keeps what runs. */
    String containerd() {
        return this == KUBEADM ? "/run/containerd" : "/run/k3s/containerd";
    }

    /** How its container runtime is asked. */
    List<String> crictl() {
        String socket = "unix://" + containerd() + "/containerd.sock";
        return switch (this) {
            case K3S -> List.of("/usr/local/bin/k3s", "crictl");
            case RKE2 -> List.of(dataFolder + "/bin/crictl", "--runtime-endpoint", socket);
            case KUBEADM -> List.of("crictl", "--runtime-endpoint", socket);
        };
    }

    /** Its systemd units, the server's first. */
    List<String> units() {
        return units;
    }
}
