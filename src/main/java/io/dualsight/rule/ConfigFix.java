package io.dualsight.rule;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.IpPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fixes in the distribution's {@code config.yaml}. */
final class ConfigFix {

    private final Situation situation;
    private final NodePaths paths;
    private final IpList recommended;

    ConfigFix(Situation situation, NodePaths paths, IpList recommended) {
        this.situation = situation;
        this.paths = paths;
        this.recommended = recommended;
    }

    /** Pins the node's addresses (S1, S2, S3). */
    Remediation pin() {
        return config(recommended.isEmpty() ? null : "node-ip: \"" + recommended + "\"");
    }

    /** Pins the node's addresses, where another order is wanted too. */
    Remediation pin(IpList addresses) {
        return config("node-ip: \"" + addresses + "\"");
    }

    /** The same prefixes' families in the same order (S4); only in a new cluster. */
    Remediation cidrs() {
        if (situation.cluster().clusterCidr() == null) {
            return config(null);
        }
        List<String> services =
                situation.cluster().families().stream().map(this::servicePrefix).toList();
        return new Remediation(
                paths.config(),
                "cluster-cidr: \"" + situation.cluster().clusterCidr() + "\"\nservice-cidr: \""
                        + String.join(",", services) + "\"",
                null);
    }

    private String servicePrefix(IpFamily family) {
        CidrList written = situation.cluster().serviceCidr();
        return (written == null ? List.<IpPrefix>of() : written.prefixes())
                .stream()
                        .filter(each -> each.family() == family)
                        .map(IpPrefix::toString)
                        .findFirst()
                        .orElse(family == IpFamily.IPV4 ? "10.43.0.0/16" : "2001:cafe:43::/112");
    }

    /** What kube-apiserver advertises has the family of the first service-cidr (S5). */
    Remediation advertise(@Nullable IpFamily family, @Nullable String source) {
        IpAddress address = family == null ? null : recommended.first(family).orElse(null);
        if (address == null) {
            return pin();
        }
        if ("advertise-address".equals(source) || "node-external-ip".equals(source)) {
            return config("advertise-address: \"" + address + "\"");
        }
        return recommended.first().filter(address::equals).isPresent()
                ? pin()
                : config("node-ip: \"" + recommended + "\"\nadvertise-address: \"" + address + "\"");
    }

    /** Tells kubelet itself (S15). */
    Remediation kubeletArg() {
        return config(recommended.isEmpty() ? null : "kubelet-arg: [\"node-ip=" + recommended + "\"]");
    }

    /** Name servers of the node's own for the pods (S18). */
    Remediation resolvers() {
        String file = paths.besideConfig("resolv.conf");
        return new Remediation(
                paths.config(),
                file == null ? null : "resolv-conf: \"" + file + "\"",
                "grep nameserver " + (file == null ? "/etc/resolv.conf" : file));
    }

    private Remediation config(@Nullable String snippet) {
        String unit = paths.overriddenBy();
        String text = snippet == null || unit == null
                ? snippet
                : snippet + "\n# take the same flags out of ExecStart in " + unit + ": they override this file";
        return new Remediation(snippet == null ? null : paths.config(), text, verify());
    }

    /** The service reads its configuration when it starts, and only then. */
    private String verify() {
        String unit = paths.unit();
        String ask = "kubectl get node " + paths.node()
                + " -o jsonpath='{.status.addresses[?(@.type==\"InternalIP\")].address}'";
        return unit == null ? ask : "systemctl restart " + unit + " && " + ask;
    }
}
