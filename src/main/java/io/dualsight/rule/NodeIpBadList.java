package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import io.dualsight.detect.KubeletOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        IpList configured = situation.choice().configured();
        if (configured != null) {
            drafts.addAll(drafts(situation, configured, "node-ip"));
        }
        KubeletOutcome kubelet = situation.prediction().kubelet();
        if (kubelet.fromKubeletArg() && kubelet.nodeIps() != null) {
            drafts.addAll(drafts(situation, kubelet.nodeIps(), "kubelet-arg node-ip"));
        }
        Optional<Logs.Hit> log = situation.standing("kubelet-bad-list").findFirst();
        if (drafts.isEmpty() && log.isPresent()) {
            Evidence evidence = Evidence.of("value", log.get().group(1).orElse(null))
                    .and("log", log.get().line().line());
            drafts.add(Draft.of(
                    Severity.CRITICAL,
                    "log",
                    evidence,
                    situation.remedies().config().pin()));
        }
        return drafts;
    }

    private static List<Draft> drafts(Situation situation, IpList list, String key) {
        String problem = problem(list);
        if (problem == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("key", key)
                .and("value", list)
                .and("problem", problem)
                .and("kubeletError", situation.prediction().kubelet().error());
        return list.addresses().stream()
                .map(each -> Draft.of(
                        Severity.CRITICAL,
                        each,
                        evidence,
                        situation.remedies().config().pin()))
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
