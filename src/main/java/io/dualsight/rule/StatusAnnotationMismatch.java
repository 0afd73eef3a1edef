package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Node's InternalIPs are not those that the agent announced. */
final class StatusAnnotationMismatch implements Rule {

    @Override
    public String id() {
        return "STATUS_ANNOTATION_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList status = situation.statusIps();
        IpList announced = announced(situation);
        if (status == null || status.isEmpty() || announced.isEmpty() || announced.equals(status)) {
            return List.of();
        }
        boolean sameSet = Set.copyOf(announced.addresses()).equals(Set.copyOf(status.addresses()));
        Evidence evidence = Evidence.of("annotation", announced.toString())
                .and("internalIps", status)
                .and("difference", sameSet ? "order" : "addresses");
        Remediation fix = situation.hostFix().restart();
        return Draft.alone(sameSet ? Severity.WARNING : Severity.ERROR, "node", evidence, fix);
    }

    private static IpList announced(Situation situation) {
        return new IpList(Stream.of("rke2.io/internal-ip", "k3s.io/internal-ip")
                .flatMap(key -> Stream.ofNullable(situation.annotation(key)))
                .limit(1)
                .flatMap(value -> Stream.of(value.split(",")))
                .flatMap(text -> IpAddress.parse(text.trim()).stream())
                .toList());
    }
}
