package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.ControlPlaneOutcome;
import java.util.List;
import java.util.Optional;

/** kube-apiserver advertises an address of another family than the first service-cidr and does not start. */
final class AdvertiseFamilyMismatch implements Rule {

    @Override
    public String id() {
        return "SERVICE_CIDR_ADVERTISE_FAMILY_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        ControlPlaneOutcome server = situation.prediction().controlPlane();
        Optional<Logs.Hit> log = situation.standing("service-family").findFirst();
        IpFamily wanted = situation.cluster().servicePrimary();
        if (server.apiserverFatal() == null && log.isEmpty()) {
            return List.of();
        }
        Evidence evidence = Evidence.of("advertiseAddress", server.advertiseAddress())
                .and("source", server.advertiseSource())
                .and("serviceCidr", situation.cluster().serviceCidr())
                .and("fatal", server.apiserverFatal())
                .and("log", log.map(hit -> hit.line().line()).orElse(null));
        String source = server.advertiseSource() == null ? "" : server.advertiseSource();
        Remediation fix = wanted == null
                ? situation.remedies().config().pin()
                : situation.remedies().config().advertise(wanted, source);
        return List.of(Draft.of(Severity.CRITICAL, "advertise", evidence, fix));
    }
}
