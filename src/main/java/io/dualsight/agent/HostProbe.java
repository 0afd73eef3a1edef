package io.dualsight.agent;

import io.dualsight.contract.HostFacts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The machine, this boot of it, and the Kubernetes distribution on it. */
final class HostProbe {

    private final HostFiles files;
    private final DistributionVersion version;

    HostProbe(HostFiles files, DistributionVersion version) {
        this.files = files;
        this.version = version;
    }

    HostFacts read(Optional<Distribution> distribution, Gaps gaps) {
        return new HostFacts(
                gaps.attempt("host.hostname", this::hostname),
                new HostFacts.OperatingSystem(
                        gaps.attempt("host.os", this::operatingSystem),
                        gaps.attempt("host.kernel", () -> files.value("/proc/sys/kernel/osrelease")),
                        architecture()),
                new HostFacts.Boot(
                        gaps.attempt("host.bootId", () -> files.value("/proc/sys/kernel/random/boot_id")),
                        gaps.attempt("host.bootedAt", this::bootedAt)),
                distribution
                        .map(each -> new HostFacts.Distribution(
                                each.label(), gaps.attempt("host.distributionVersion", () -> version.of(each))))
                        .orElse(new HostFacts.Distribution(null, null)),
                distribution.map(each -> roles(each, gaps)).orElse(List.of()));
    }

    String hostname() throws IOException {
        return files.value("/proc/sys/kernel/hostname");
    }

    private @Nullable String operatingSystem() throws IOException {
        String name = null;
        String version = "";
        for (String line : files.text("/etc/os-release").lines().toList()) {
            String[] parts = line.split("=", 2);
            String value = parts.length == 2 ? parts[1].strip().replaceAll("^[\"']|[\"']$", "") : "";
            switch (parts[0]) {
                case "PRETTY_NAME" -> {
                    return value;
                }
                case "NAME" -> name = value;
                case "VERSION_ID" -> version = " " + value;
                default -> {}
            }
        }
        return name == null ? null : name + version;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name.equals("x86_64") ? "amd64" : name;
    }

    private @Nullable Instant bootedAt() throws IOException {
        for (String line : files.text("/proc/stat").lines().toList()) {
            if (line.startsWith("btime ")) {
                return Instant.ofEpochSecond(
                        Long.parseLong(line.substring("btime ".length()).strip()));
            }
        }
        return null;
    }

    private List<String> roles(Distribution distribution, Gaps gaps) {
        List<String> roles = new ArrayList<>();
        if (distribution == Distribution.KUBEADM) {
            String manifests = "/etc/kubernetes/manifests/";
            roles.add(files.exists(manifests + "kube-apiserver.yaml") ? "server" : "agent");
            if (files.exists(manifests + "etcd.yaml")) {
                roles.add("etcd");
            }
            return roles;
        }
        String server = distribution.dataFolder() + "/server";
        if (!files.exists(server)) {
            // before its first start a node has no data, and no role that could be read off it
            return files.exists(distribution.dataFolder() + "/agent") ? List.of("agent") : List.of();
        }
        roles.add("server");
        List<String> inside = gaps.attempt("host.roles", () -> files.list(server));
        if (inside != null && files.exists(server + "/db/etcd")) {
            roles.add("etcd");
        }
        return roles;
    }
}
