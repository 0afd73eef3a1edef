package io.dualsight.detect;

import io.dualsight.contract.Report;
import io.dualsight.contract.StartupFacts;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose algorithm decides on the node's addresses. */
public enum Distribution {
    RKE2,
    K3S,
    /** Another one, such as kubeadm: its node addresses are not predicted. */
    OTHER,
    /** Not said by any fact. */
    UNKNOWN;

    /** The report's distribution: by its name, else by the configuration's path, the unit's name or the version's suffix. */
    public static Distribution of(Report report) {
        String name = report.host().distribution().name();
        if (name != null) {
            Distribution named = mentioned(name);
            return named == UNKNOWN ? OTHER : named;
        }
        return Stream.of(
                        configSource(report),
                        unit(report),
                        report.host().distribution().version())
                .map(hint -> hint == null ? UNKNOWN : mentioned(hint))
                .filter(each -> each != UNKNOWN)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static @Nullable String configSource(Report report) {
        return report.config() == null ? null : report.config().source();
    }

    private static @Nullable String unit(Report report) {
        StartupFacts startup = report.runtime().startup();
        return startup == null ? null : startup.serviceUnit();
    }

    private static Distribution mentioned(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("rke2")) {
            return RKE2;
        }
        return lower.contains("k3s") ? K3S : UNKNOWN;
    }
}
