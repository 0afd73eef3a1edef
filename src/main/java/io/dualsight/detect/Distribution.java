package io.dualsight.detect;

import io.dualsight.contract.Report;
import java.util.Locale;
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
        String source = report.config() == null ? null : report.config().source();
        String unit = report.runtime().startup() == null
                ? null
                : report.runtime().startup().serviceUnit();
        for (String hint : new String[] {
            text(source), text(unit), text(report.host().distribution().version())
        }) {
            Distribution hinted = mentioned(hint);
            if (hinted != UNKNOWN) {
                return hinted;
            }
        }
        return UNKNOWN;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Distribution mentioned(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("rke2")) {
            return RKE2;
        }
        return lower.contains("k3s") ? K3S : UNKNOWN;
    }
}
