package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import java.util.List;

/** The cluster is of IPv6 alone, and the node registers with an IPv4 address. */
final class NodeIpV4InIpv6Cluster implements Rule {

    @Override
    public String id() {
        return "V6ONLY_NODE_IP_IS_V4";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList effective = situation.choice().effective();
        IpList status = situation.statusIps();
        boolean applies = situation.ipv6OnlyCluster() || situation.ipv6OnlyByHost();
        boolean effectiveV4 = effective != null && !effective.isEmpty() && NodeIpLists.allOf(effective, IpFamily.IPV4);
        boolean statusV4 = NodeIpLists.firstIs(status, IpFamily.IPV4);
        if (!applies || !effectiveV4 && !statusV4) {
            return List.of();
        }
        Evidence evidence = NodeIpLists.evidence(situation)
                .and("fatal", situation.choice().fatal())
                .and("log", situation.logs().first("same-version"));
        Severity severity = situation.ipv6OnlyCluster() ? Severity.CRITICAL : Severity.WARNING;
        return Draft.alone(severity, "node-ip", evidence, situation.pin());
    }
}
