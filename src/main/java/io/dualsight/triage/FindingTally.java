package io.dualsight.triage;

import io.dualsight.rule.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Adds up groups of findings that are alike. */
final class FindingTally {

    private final Map<Severity, Long> unresolved = new EnumMap<>(Severity.class);
    private final Map<FindingStatus, Long> statuses = new EnumMap<>(FindingStatus.class);
    private long again;

    void add(FindingStatus status, boolean regressed, Severity severity, long count) {
        statuses.merge(status, count, Long::sum);
        again += status == FindingStatus.OPEN && regressed ? count : 0;
        if (status != FindingStatus.RESOLVED) {
            unresolved.merge(severity, count, Long::sum);
        }
    }

    FindingCounts counts() {
        return new FindingCounts(
                of(FindingStatus.OPEN) - again,
                again,
                of(FindingStatus.ACKNOWLEDGED),
                of(FindingStatus.SNOOZED),
                of(FindingStatus.RESOLVED),
                unresolved);
    }

    private long of(FindingStatus status) {
        return statuses.getOrDefault(status, 0L);
    }
}
