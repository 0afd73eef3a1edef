package io.dualsight.rule;

import io.dualsight.detect.Distribution;
import java.util.List;

/** The distribution's version is no released one, so nothing is concluded from it. */
final class VersionUnparsable implements Rule {

    @Override
    public String id() {
        return "VERSION_UNPARSABLE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String version = situation.machine().distribution().version();
        boolean known = Distribution.of(situation.report()) != Distribution.OTHER;
        if (version == null || !known || RunningVersion.of(situation).isPresent()) {
            return List.of();
        }
        return Draft.alone(Severity.INFO, "version", Evidence.of("version", version), Remediation.NONE);
    }
}
