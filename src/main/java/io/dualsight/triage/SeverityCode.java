package io.dualsight.triage;

import io.dualsight.rule.Severity;
import java.util.List;

/** Severities as the finding table has them, the worst first. */
final class SeverityCode {

    static final List<Severity> WORST_FIRST =
            List.of(Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.UNKNOWN);

    private SeverityCode() {}

    static short of(Severity severity) {
        return (short) WORST_FIRST.indexOf(severity);
    }

    static Severity read(short code) {
        return WORST_FIRST.get(code);
    }
}
