package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.ReportWriter;
import io.dualsight.detect.ClusterSettings;
import io.dualsight.detect.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a node's facts what a finding's snippet says, and starts the service again. */
final class Cure {

    private static final Pattern YAML = Pattern.compile("^([a-z-]+): (?:\"([^\"]*)\"|\\[\"([^\"]*)\"\\])$");
    private static final Pattern SYSCTL = Pattern.compile("^([a-z0-9_.]+) = (\\d)$");
    private static final Pattern METHOD =
            Pattern.compile("^ *nodeAddressAutodetection(V[46]): \\{(firstFound|kubernetes): (\\w+)\\}$");

    private final TestNode node;

    private Cure(TestNode node) {
        this.node = node;
    }

    static Facts of(Facts facts, Remediation fix) {
        Cure cure = new Cure(TestNode.of(ReportWriter.tree(facts.report())));
        cure.apply(fix);
        cure.restart();
        return new Facts(cure.node.report(), List.of(), facts.fleet(), facts.now());
    }

    private void apply(Remediation fix) {
        for (String line : fix.snippet().split("\n")) {
            if (fix.file().endsWith("/config.yaml")) {
                Matcher yaml = matched(YAML, line);
                node.config(yaml.group(1), yaml.group(2) == null ? List.of(yaml.group(3)) : yaml.group(2));
            } else if (fix.file().startsWith("/etc/sysctl.d/")) {
                Matcher sysctl = matched(SYSCTL, line);
                node.section("sysctls").put(sysctl.group(1), sysctl.group(2));
            } else if (fix.file().equals("/etc/hosts")) {
                List<Object> lines = new ArrayList<>(node.list("hostsFile"));
                lines.add(line);
                node.with("hostsFile", lines);
            } else {
                METHOD.matcher(line)
                        .results()
                        .forEach(method -> method(method.group(1), method.group(2), method.group(3)));
            }
        }
    }

    private static Matcher matched(Pattern form, String line) {
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("not a line of that file: " + line);
        }
        return matcher;
    }

    private void method(String family, String name, String value) {
        String method = name.equals("kubernetes") ? "kubernetes" : value.equals("true") ? "first-found" : "none";
        node.section("calico").put(family.equals("V4") ? "ipv4Method" : "ipv6Method", method);
    }

    /** What the programs do at the next start: log nothing yet, register the addresses, record Calico's. */
    private void restart() {
        node.with("logLines", List.of());
        Prediction prediction = Prediction.of(node.report(), ClusterSettings.UNKNOWN);
        if (prediction.kubelet().nodeIps() == null || !node.tree().containsKey("kubernetes")) {
            return;
        }
        node.kubernetes("internalIps", prediction.kubelet().nodeIps().texts());
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("rke2.io/internal-ip", prediction.nodeIp().nodeIps().toString());
        node.kubernetes("annotations", annotations);
        Prediction settled = Prediction.of(node.report(), ClusterSettings.UNKNOWN);
        if (settled.calico() != null) {
            Map<String, String> keys =
                    Map.of("IPV4", "projectcalico.org/IPv4Address", "IPV6", "projectcalico.org/IPv6Address");
            for (IpFamily family : IpFamily.values()) {
                if (settled.calico().address(family) != null) {
                    annotations.put(keys.get(family.name()), settled.calico().address(family));
                }
            }
        }
    }
}
