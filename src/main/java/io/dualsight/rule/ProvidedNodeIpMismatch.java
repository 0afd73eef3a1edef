package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import java.util.List;
import java.util.stream.Stream;

/** kubelet's own address is not among the Node's, so the cloud controller refuses the node. */
final class ProvidedNodeIpMismatch implements Rule {

    @Override
    public String id() {
        return "PROVIDED_NODE_IP_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String annotation = situation.annotation("alpha.kubernetes.io/provided-node-ip");
        String log = situation.log("ccm-no-match");
        IpList status = situation.statusIps();
        if (log == null && !(annotation != null && status != null && differ(annotation, status))) {
            return List.of();
        }
        Evidence evidence =
                Evidence.of("annotation", annotation).and("internalIps", status).and("log", log);
        return Draft.alone(Severity.ERROR, "node", evidence, situation.pin());
    }

    private static boolean differ(String annotation, IpList status) {
        return !status.isEmpty()
                && Stream.of(annotation.split(","))
                        .flatMap(text -> IpAddress.parse(text.trim()).stream())
                        .anyMatch(address -> !status.contains(address));
    }
}
