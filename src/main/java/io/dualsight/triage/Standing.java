package io.dualsight.triage;

import org.jspecify.annotations.Nullable;

/**
 * Where a finding stands.
 *
 * @param present whether the node's newest report has it
 * @param goodReports in a row since
 * @param resolution how it was resolved; absent = it is not
 * @param revision moves on with every change that people see
 */
record Standing(
        FindingStatus status,
        boolean regressed,
        boolean present,
        int goodReports,
        @Nullable Resolution resolution,
        int revision) {

    Standing in(boolean nowPresent, int goods) {
        return new Standing(status, regressed, nowPresent, goods, resolution, revision);
    }

    Standing woken() {
        return new Standing(FindingStatus.OPEN, regressed, present, goodReports, null, revision + 1);
    }

    Standing moved() {
        return new Standing(status, regressed, present, goodReports, resolution, revision + 1);
    }

    Standing over(Resolution how) {
        return new Standing(FindingStatus.RESOLVED, false, false, goodReports, how, revision + 1);
    }
}
