package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.detect.CalicoOutcome;
import io.dualsight.detect.Prediction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses that calico-node recorded on the Node object, with their prefix lengths. */
final class CalicoAnnotations {

    private CalicoAnnotations() {}

    /**
     * What the calico-node does that wrote them: what it left on the Node stays there even where the service would not start
     * again. Absent where the plug-in is another.
     */
    static @Nullable CalicoOutcome writer(Situation situation) {
        CalicoOutcome predicted = situation.prediction().calico();
        return predicted == null ? Prediction.ofRunningCalico(situation.report(), situation.cluster()) : predicted;
    }

    /** The annotation as written; absent = not set, or not known. */
    static @Nullable String text(Situation situation, IpFamily family) {
        String value = situation.annotation(
                family == IpFamily.IPV4 ? "projectcalico.org/IPv4Address" : "projectcalico.org/IPv6Address");
        return value == null || value.isBlank() ? null : value.trim();
    }

    /** Its address without the prefix length; empty where it is not set or no address. */
    static Optional<IpAddress> address(Situation situation, IpFamily family) {
        return Optional.ofNullable(text(situation, family)).flatMap(value -> IpAddress.parse(value.split("/", 2)[0]));
    }
}
