package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import java.util.List;

/** The two addresses of {@code node-ip} stand in another order than the cluster's families; the agent swaps them. */
final class NodeIpOrderMismatch implements Rule {

    @Override
    public String id() {
        return "NODE_IP_ORDER_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList configured = situation.choice().configured();
        IpList effective = situation.choice().effective();
        IpFamily primary = situation.cluster().primary();
        if (configured == null
                || effective == null
                || primary == null
                || configured.addresses().size() != 2
                || NodeIpLists.firstIs(configured, primary)) {
            return List.of();
        }
        Evidence evidence = Evidence.of("nodeIp", configured)
                .and("clusterCidr", situation.cluster().clusterCidr())
                .and("effectiveIps", effective);
        return Draft.alone(Severity.WARNING, "node-ip", evidence, situation.pin());
    }
}
