package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;

/** Fixes on the host: kernel settings, routes, addresses, {@code /etc/hosts}. */
final class HostFix {

    private static final String LOAD = "sysctl --system && ";

    private final NodePaths paths;
    private final ConfigFix config;

    HostFix(NodePaths paths, ConfigFix config) {
        this.paths = paths;
        this.config = config;
    }

    /** No temporary addresses on this interface (S6). */
    Remediation noTemporaryAddresses(String device) {
        String key = "net.ipv6.conf." + device + ".use_tempaddr";
        return new Remediation(paths.sysctl("-v6"), key + " = 0", LOAD + "sysctl " + key);
    }

    /** A default route, and the addresses pinned, as they would follow the new route (S8). */
    Remediation defaultRoute(boolean ipv6) {
        Remediation pin = config.pin();
        return pin.snippet() == null
                ? new Remediation(null, null, ipv6 ? "ip -6 route show default" : "ip route show default")
                : pin;
    }

    /** Keeps taking router advertisements while forwarding (S9). */
    Remediation acceptAdvertisements(String device) {
        String key = "net.ipv6.conf." + device + ".accept_ra";
        return new Remediation(
                paths.sysctl("-ra"), "net.ipv6.conf.default.accept_ra = 2\n" + key + " = 2", LOAD + "sysctl " + key);
    }

    /** Forwarding for both families (S10). */
    Remediation forwarding() {
        return new Remediation(
                paths.sysctl(""),
                "net.ipv4.conf.all.forwarding = 1\nnet.ipv6.conf.all.forwarding = 1",
                LOAD + "sysctl net.ipv6.conf.all.forwarding");
    }

    /** IPv6 switched on again. */
    Remediation enableIpv6(List<String> devices) {
        StringBuilder lines = new StringBuilder("net.ipv6.conf.all.disable_ipv6 = 0");
        for (String device : devices) {
            lines.append("\nnet.ipv6.conf.").append(device).append(".disable_ipv6 = 0");
        }
        return new Remediation(paths.sysctl("-v6"), lines.toString(), LOAD + "ip -6 addr show scope global");
    }

    /** Once the duplicate is gone from the LAN, the address has to be added again. */
    Remediation addAgain(Place place) {
        String cidr = place.entry().cidr();
        String device = place.device().name();
        return new Remediation(
                null,
                "ip -6 addr del " + cidr + " dev " + device + "\nip -6 addr add " + cidr + " dev " + device,
                "ip -6 addr show dev " + device + " to " + place.address());
    }

    /** Waits for the address or shows what it is. */
    Remediation show(String device) {
        return new Remediation(null, null, "ip -6 addr show dev " + device);
    }

    /** {@code localhost} on both loopbacks (S17). */
    Remediation localhost() {
        return new Remediation(
                "/etc/hosts",
                "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback",
                "getent ahosts localhost");
    }

    /** The node's name on an address of its own (S17). */
    Remediation hostname(IpAddress address) {
        return new Remediation("/etc/hosts", address + " " + paths.node(), "getent ahosts " + paths.node());
    }

    /** The member that etcd knows under another address (S16). */
    Remediation etcdMember() {
        String unit = paths.unit();
        String name = paths.name();
        String snippet = unit == null || name == null
                ? null
                : "systemctl stop " + unit + "\n" + name + " server --cluster-reset\nsystemctl start " + unit;
        return new Remediation(null, snippet, "kubectl get node " + paths.node() + " -o wide");
    }

    /** The service announces the addresses again when it starts. */
    Remediation restart() {
        String unit = paths.unit();
        return new Remediation(
                null,
                unit == null ? null : "systemctl restart " + unit,
                "kubectl get node " + paths.node() + " -o jsonpath='{.status.addresses}'");
    }

    /** What an agent in a pod needs to read everything (S19). */
    Remediation mounts() {
        String snippet = "hostNetwork: true\nvolumes:\n"
                + "  - {name: rancher, hostPath: {path: /etc/rancher}}\n"
                + "  - {name: pod-logs, hostPath: {path: /var/log/pods}}"
                + (paths.name() == null
                        ? ""
                        : "\n  - {name: agent-logs, hostPath: {path: /var/lib/rancher/" + paths.name()
                                + "/agent/logs}}");
        return new Remediation(null, snippet, null);
    }
}
