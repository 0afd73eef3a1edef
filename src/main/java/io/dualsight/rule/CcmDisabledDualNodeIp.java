package io.dualsight.rule;

import io.dualsight.contract.IpList;
import java.util.List;

/** Without the cloud controller the two node addresses do not reach kubelet. */
final class CcmDisabledDualNodeIp implements Rule {

    @Override
    public String id() {
        return "CCM_DISABLED_DUAL_NODE_IP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList effective = situation.choice().nodeIps();
        boolean dual = effective != null && effective.families().size() == 2;
        boolean told = situation.prediction().kubelet().fromKubeletArg();
        if (!dual || told || !NodeIpLists.withoutCloudController(situation)) {
            return List.of();
        }
        Evidence evidence = Evidence.of("effectiveIps", effective)
                .and("disableCloudController", "true")
                .and("internalIps", situation.statusIps());
        return Draft.alone(
                Severity.ERROR, "kubelet", evidence, situation.configFix().kubeletArg());
    }
}
