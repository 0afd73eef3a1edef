package io.dualsight.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a node runs on.
 *
 * @param hostname as the kernel has it; absent = not known
 * @param system kernel and operating system
 * @param boot this boot of the machine
 * @param distribution the Kubernetes distribution
 * @param roles such as {@code server}, {@code agent}, {@code etcd}; empty where not known
 */
public record HostFacts(
        @Nullable String hostname, OperatingSystem system, Boot boot, Distribution distribution, List<String> roles) {

    public HostFacts {
        roles = List.copyOf(roles);
    }

    /**
     * The operating system.
     *
     * @param os name and release as {@code /etc/os-release} gives them
     * @param kernel release, such as {@code 5.14.21}
     * @param architecture {@code amd64}, {@code arm64} ...
     */
    public record OperatingSystem(
            @Nullable String os,
            @Nullable String kernel,
            @Nullable String architecture) {}

    /**
     * One boot.
     *
     * @param bootId {@code /proc/sys/kernel/random/boot_id}
     * @param bootedAt {@code btime} of {@code /proc/stat}
     */
    public record Boot(@Nullable String bootId, @Nullable Instant bootedAt) {}

    /**
     * The Kubernetes distribution.
     *
     * @param name {@code rke2}, {@code k3s}, {@code kubeadm} ...; absent = not known
     * @param version as the distribution writes it, such as {@code v1.29.6+rke2r1}; may be any string
     */
    public record Distribution(
            @Nullable String name, @Nullable String version) {}

    /** Whether this node runs the control plane: one of its roles is a server's, control plane's or etcd's. */
    public boolean isServer() {
        return roles.stream()
                .anyMatch(role -> role.equals("server")
                        || role.equals("etcd")
                        || role.equals("control-plane")
                        || role.equals("controlplane")
                        || role.equals("master"));
    }
}
