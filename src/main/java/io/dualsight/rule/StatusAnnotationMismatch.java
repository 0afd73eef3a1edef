package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import java.util.List;
import java.util.Optional;
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
        Optional<String> annotation = Stream.of("rke2.io/internal-ip", "k3s.io/internal-ip")
                .flatMap(key -> Optional.ofNullable(situation.annotation(key)).stream())
                .findFirst();
        if (status == null || status.isEmpty() || annotation.isEmpty()) {
            return List.of();
        }
        List<IpAddress> announced = Stream.of(annotation.get().split(","))
                .map(String::trim)
                .flatMap(text -> IpAddress.parse(text).stream())
                .toList();
        if (announced.isEmpty() || announced.equals(status.addresses())) {
            return List.of();
        }
        boolean sameSet = Set.copyOf(announced).equals(Set.copyOf(status.addresses()));
        Evidence evidence = Evidence.of("annotation", annotation.get())
                .and("internalIps", status)
                .and("difference", sameSet ? "order" : "addresses");
        String unit = situation.paths().unit();
        Remediation fix = new Remediation(
                null,
                unit == null ? null : "systemctl restart " + unit,
                "kubectl get node " + situation.paths().node() + " -o yaml | grep -A8 addresses:");
        return Draft.alone(sameSet ? Severity.WARNING : Severity.ERROR, "node", evidence, fix);
    }
}
