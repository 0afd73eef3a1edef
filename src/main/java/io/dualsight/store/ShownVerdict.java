package io.dualsight.store;

import io.dualsight.rule.Verdict;

/**
 * The verdict that people see: a silent node never looks healthy, so it is at least a warning.
 *
 * @param verdict as shown
 */
record ShownVerdict(Verdict verdict) {

    static ShownVerdict of(Verdict judged, boolean silent) {
        boolean raised = silent && VerdictCode.of(judged) > VerdictCode.of(Verdict.WARNING);
        return new ShownVerdict(raised ? Verdict.WARNING : judged);
    }

    /** Sorts the worst first. */
    short badness() {
        return VerdictCode.of(verdict);
    }
}
