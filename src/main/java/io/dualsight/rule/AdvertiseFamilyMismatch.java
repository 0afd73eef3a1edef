package io.dualsight.rule;

import io.dualsight.detect.ControlPlaneOutcome;
import java.util.List;

/** kube-apiserver advertises an address of another family than the first service-cidr and does not start. */
final class AdvertiseFamilyMismatch implements Rule {

    @Override
    public String id() {
        return "SERVICE_CIDR_ADVERTISE_FAMILY_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        ControlPlaneOutcome server = situation.prediction().controlPlane();
        String log = situation.log("service-family");
        if (server.apiserverFatal() == null && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("advertiseAddress", server.advertiseAddress())
                .and("source", server.advertiseSource())
                .and("serviceCidr", situation.cluster().serviceCidr())
                .and("fatal", server.apiserverFatal())
                .and("log", log);
        Remediation fix =
                situation.configFix().advertise(situation.cluster().servicePrimary(), server.advertiseSource());
        return Draft.alone(Severity.CRITICAL, "advertise", evidence, fix);
    }
}
