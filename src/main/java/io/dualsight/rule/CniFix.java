package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.DistributionVersion;
import org.jspecify.annotations.Nullable;

/** Fixes of Calico and flannel, through RKE2's charts where the distribution is RKE2. */
final class CniFix {

    private static final String INSTALLATION = "kubectl get installation default -o jsonpath='{.spec.calicoNetwork}'";

    private final Situation situation;
    private final NodePaths paths;

    CniFix(Situation situation, NodePaths paths) {
        this.situation = situation;
        this.paths = paths;
    }

    /** Calico takes the Node's InternalIPs (S7). */
    Remediation calicoByNodeIp() {
        String method = "{kubernetes: NodeInternalIP}";
        String json = "{\"kubernetes\":\"NodeInternalIP\"}";
        return situation.cluster().has(IpFamily.IPV6)
                ? situation.cluster().has(IpFamily.IPV4)
                        ? calico(new Methods(method, json), new Methods(method, json))
                        : calico(null, new Methods(method, json))
                : calico(new Methods(method, json), null);
    }

    /** Calico looks for IPv6 alone (S12). */
    Remediation calicoIpv6Only() {
        return calico(
                new Methods("{firstFound: false}", "{\"firstFound\":false}"),
                new Methods("{firstFound: true}", "{\"firstFound\":true}"));
    }

    /** Calico looks for IPv6 too. */
    Remediation calicoWithIpv6() {
        return calico(null, new Methods("{firstFound: true}", "{\"firstFound\":true}"));
    }

    private record Methods(String yaml, String json) {}

    private Remediation calico(@Nullable Methods ipv4, @Nullable Methods ipv6) {
        if ("rke2".equals(paths.name())) {
            return new Remediation(
                    paths.manifest("rke2-calico-config.yaml"),
                    chart("rke2-calico")
                            + "    installation:\n      calicoNetwork:"
                            + line("\n        nodeAddressAutodetectionV4: ", ipv4 == null ? null : ipv4.yaml)
                            + line("\n        nodeAddressAutodetectionV6: ", ipv6 == null ? null : ipv6.yaml),
                    INSTALLATION);
        }
        String first = line("\"nodeAddressAutodetectionV4\":", ipv4 == null ? null : ipv4.json);
        String second = line("\"nodeAddressAutodetectionV6\":", ipv6 == null ? null : ipv6.json);
        String patch = "kubectl patch installation default --type merge -p '{\"spec\":{\"calicoNetwork\":{" + first
                + (first.isEmpty() || second.isEmpty() ? "" : ",") + second + "}}}'";
        return new Remediation(null, patch, INSTALLATION);
    }

    private static String line(String key, @Nullable String value) {
        return value == null ? "" : key + value;
    }

    private static String chart(String name) {
        return "apiVersion: helm.cattle.io/v1\nkind: HelmChartConfig\nmetadata: {name: " + name
                + ", namespace: kube-system}\nspec:\n  valuesContent: |-\n";
    }

    /** The address that detection left behind (S13). */
    Remediation clearIpv4Annotation() {
        String node = paths.node();
        return new Remediation(
                null,
                "kubectl annotate node " + node + " projectcalico.org/IPv4Address-\n"
                        + "kubectl -n calico-system delete pod -l k8s-app=calico-node --field-selector spec.nodeName="
                        + node,
                "kubectl get node " + node + " -o jsonpath='{.metadata.annotations.projectcalico\\.org/IPv4Address}'");
    }

    /** flannel is told its interface (S14). */
    Remediation flannelInterface(@Nullable String device) {
        String verify = "kubectl get node " + paths.node() + " -o yaml | grep flannel.alpha.coreos.com/public-ip";
        if (device == null) {
            return new Remediation(null, null, verify);
        }
        if ("k3s".equals(paths.name())) {
            return new Remediation(paths.config(), "flannel-iface: \"" + device + "\"", verify);
        }
        return new Remediation(
                paths.manifest("rke2-canal-config.yaml"),
                chart("rke2-canal") + "    flannel:\n      iface: \"" + device + "\"",
                verify);
    }

    /** A version without the fault (S11). The installer makes a server where it is not told otherwise, and restarts nothing. */
    Remediation upgrade(DistributionVersion fixed) {
        String unit = paths.unit();
        String type = unit != null && unit.startsWith("rke2-agent") ? "INSTALL_RKE2_TYPE=agent " : "";
        String ask = "kubectl get node " + paths.node() + " -o jsonpath='{.status.nodeInfo.kubeletVersion}'";
        return new Remediation(
                null,
                "curl -sfL https://get.rke2.io | " + type + "INSTALL_RKE2_VERSION=" + fixed + " sh -",
                unit == null ? ask : "systemctl restart " + unit + " && " + ask);
    }

    /** Nothing to copy, but pods to look at. */
    Remediation podsOf(String namespace, String selector) {
        return new Remediation(
                null,
                null,
                "kubectl -n " + namespace + " get pods -o wide -l " + selector + " --field-selector spec.nodeName="
                        + paths.node());
    }
}
