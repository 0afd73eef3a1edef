package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import io.dualsight.detect.KubeletOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of node addresses is one that kubelet does not start with. */
final class NodeIpBadList implements Rule {

    @Override
    public String id() {
        return "NODE_IP_BAD_LIST";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        KubeletOutcome kubelet = situation.prediction().kubelet();
        drafts.addAll(drafts(situation, situation.choice().configured(), "node-ip"));
        drafts.addAll(drafts(situation, kubelet.fromKubeletArg() ? kubelet.nodeIps() : null, "kubelet-arg node-ip"));
        return drafts.isEmpty() ? logged(situation) : drafts;
    }

    private static List<Draft> logged(Situation situation) {
        return situation
                .standing("kubelet-bad-list")
                .limit(1)
                .map(hit -> Evidence.of("value", hit.group(1).orElse(null)).and("log", hit.text()))
                .map(evidence -> Draft.of(Severity.CRITICAL, "log", evidence, situation.pin()))
                .toList();
    }

    /** One draft an address, so that nothing else is said of any of them. */
    private static List<Draft> drafts(Situation situation, @Nullable IpList list, String key) {
        String problem = list == null ? null : problem(list);
        if (list == null || problem == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("key", key)
                .and("value", list.toString())
                .and("problem", problem)
                .and("kubeletError", situation.prediction().kubelet().error());
        Remediation fix = key.startsWith("kubelet-arg") ? situation.configFix().kubeletArg() : situation.pin();
        return list.addresses().stream()
                .map(each -> Draft.of(Severity.CRITICAL, each, evidence, fix))
                .toList();
    }

    private static @Nullable String problem(IpList list) {
        int size = list.addresses().size();
        if (size > 2 || size == 2 && list.families().size() == 1) {
            return "must contain either a single IP or a dual-stack pair of IPs";
        }
        boolean open = list.addresses().stream().anyMatch(IpAddress::isUnspecified);
        return size == 2 && open ? "dual-stack node IP cannot include '0.0.0.0' or '::'" : null;
    }
}
