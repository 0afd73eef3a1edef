package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node address is on none of the host's interfaces. */
final class NodeIpNotOnHost implements Rule {

    @Override
    public String id() {
        return "NODE_IP_NOT_ON_HOST";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        for (IpAddress address : NodeIpLists.given(situation)) {
            if (NodeIpInvalidClass.kind(address) == null && absent(situation, address)) {
                drafts.add(draft(situation, address));
            }
        }
        if (drafts.isEmpty()) {
            logged(situation).ifPresent(drafts::add);
        }
        return drafts;
    }

    private static boolean absent(Situation situation, IpAddress address) {
        return situation.network().knowsAll(address.family())
                && situation.network().find(address).isEmpty();
    }

    private static Draft draft(Situation situation, IpAddress address) {
        List<String> onHost = situation
                .network()
                .places()
                .filter(place -> place.address().isGlobalUnicast())
                .map(place -> place.address().toString())
                .toList();
        Evidence evidence = Evidence.of("address", address)
                .and("hostIps", onHost)
                .and("kubeletError", situation.prediction().kubelet().error())
                .and("log", situation.logs().first("cannot-bind"));
        return Draft.of(Severity.CRITICAL, address, evidence, situation.pin());
    }

    /** kubelet's word counts where the host's own addresses are not known; else the address came in the meantime. */
    private static Optional<Draft> logged(Situation situation) {
        boolean known = situation.network().knowsAll(IpFamily.IPV4)
                && situation.network().knowsAll(IpFamily.IPV6);
        return known
                ? Optional.empty()
                : situation
                        .standing("kubelet-rejects")
                        .filter(hit -> hit.group(2)
                                .filter(text -> text.contains("not found in the host"))
                                .isPresent())
                        .findFirst()
                        .map(hit ->
                                Draft.of(Severity.CRITICAL, "log", Evidence.of("log", hit.text()), situation.pin()));
    }
}
