package io.dualsight.rule;

import io.dualsight.contract.IpList;
import io.dualsight.contract.ProbeError;
import io.dualsight.contract.Report;
import io.dualsight.detect.Prediction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The node's addresses are others than in its last report. */
final class NodeIpChanged implements Rule {

    @Override
    public String id() {
        return "NODE_IP_CHANGED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .previous()
                .flatMap(before -> change(situation, before))
                .map(List::of)
                .orElse(List.of());
    }

    /** The Node object's list where both reports have it, else what the service will choose. */
    private static Optional<Draft> change(Situation situation, Report before) {
        IpList oldStatus =
                before.kubernetes() == null ? null : before.kubernetes().internalIps();
        IpList newStatus = situation.statusIps();
        if (differ(oldStatus, newStatus)) {
            return Optional.of(draft(situation, oldStatus, newStatus));
        }
        if (choosesTheSame(before, situation.report())) {
            return Optional.empty();
        }
        IpList oldEffective = Prediction.of(before, situation.facts().fleet().cluster())
                .nodeIp()
                .effective();
        IpList newEffective = situation.choice().effective();
        return differ(oldEffective, newEffective)
                ? Optional.of(draft(situation, oldEffective, newEffective))
                : Optional.empty();
    }

    /** The same facts give the same choice; most reports say what their predecessor said, and need no second prediction. */
    private static boolean choosesTheSame(Report before, Report now) {
        return before.network().equals(now.network())
                && before.host().equals(now.host())
                && Objects.equals(before.config(), now.config())
                && Objects.equals(before.kubernetes(), now.kubernetes())
                && probeErrors(before).equals(probeErrors(now));
    }

    private static List<ProbeError> probeErrors(Report report) {
        return report.agent() == null ? List.of() : report.agent().probeErrors();
    }

    /** An empty list is a node that is not registered yet; its addresses did not change, they came. */
    private static boolean differ(@Nullable IpList before, @Nullable IpList now) {
        return before != null
                && now != null
                && !before.isEmpty()
                && !now.isEmpty()
                && !Set.copyOf(before.addresses()).equals(Set.copyOf(now.addresses()));
    }

    private static Draft draft(Situation situation, @Nullable IpList before, @Nullable IpList now) {
        boolean etcd = situation.machine().roles().contains("etcd");
        Evidence evidence = Evidence.of("before", before).and("after", now).and("etcdMember", etcd ? "yes" : null);
        return Draft.of(
                etcd ? Severity.CRITICAL : Severity.WARNING,
                "node-ip",
                evidence,
                etcd ? situation.hostFix().etcdMember() : situation.pin());
    }
}
