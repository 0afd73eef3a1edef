package io.dualsight.rule;

import io.dualsight.detect.Distribution;
import io.dualsight.detect.DistributionVersion;
import io.dualsight.detect.VersionFault;
import java.util.Optional;

/** The distribution's version on the node. */
final class RunningVersion {

    private RunningVersion() {}

    /** The version; empty where it is not known or cannot be read. */
    static Optional<DistributionVersion> of(Situation situation) {
        return Optional.ofNullable(situation.machine().distribution().version()).flatMap(DistributionVersion::parse);
    }

    /** The fault, where this version is known to have it. */
    static Optional<VersionFault> fault(Situation situation, String name) {
        return Distribution.of(situation.report()) == Distribution.RKE2
                ? of(situation).flatMap(version -> VersionFault.of(name, version))
                : Optional.empty();
    }
}
