package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.CalicoOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** calico-node recorded an address that is not one of the node's. */
final class CalicoIpMismatch implements Rule {

    @Override
    public String id() {
        return "CALICO_IP_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        CalicoOutcome calico = CalicoAnnotations.writer(situation);
        List<Draft> drafts = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            if (calico != null && calico.of(family).autodetects()) {
                CalicoAnnotations.address(situation, family)
                        .flatMap(address -> draft(situation, address))
                        .ifPresent(drafts::add);
            }
        }
        if (drafts.isEmpty()) {
            logged(situation).ifPresent(drafts::add);
        }
        return drafts;
    }

    private static Optional<Draft> draft(Situation situation, IpAddress address) {
        IpList status = situation.statusIps();
        IpFamily family = address.family();
        boolean foreign = status != null && !status.isEmpty() && !status.contains(address);
        boolean gone = situation.network().knowsAll(family)
                && situation.network().find(address).isEmpty();
        if (!foreign && !gone) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of("annotation", CalicoAnnotations.text(situation, family))
                .and("internalIps", status)
                .and("interface", NodeIpLists.device(situation, address))
                .and("onHost", gone ? "no" : null);
        return Optional.of(Draft.of(
                Severity.ERROR, family.wire(), evidence, situation.cniFix().calicoByNodeIp()));
    }

    /** calico-node says itself that an address is not the host's; void where the host has it by now. */
    private static Optional<Draft> logged(Situation situation) {
        return situation
                .standing("calico-unconfirmed")
                .filter(hit -> hit.group(1)
                        .map(text -> text.split("/", 2)[0])
                        .flatMap(IpAddress::parse)
                        .flatMap(situation.network()::find)
                        .isEmpty())
                .findFirst()
                .map(hit -> Draft.of(
                        Severity.ERROR,
                        "log",
                        Evidence.of("annotation", hit.group(1).orElse(null)).and("log", hit.text()),
                        situation.cniFix().calicoByNodeIp()));
    }
}
