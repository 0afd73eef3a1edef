package io.dualsight.store;

import io.dualsight.rule.Verdict;
import java.util.List;

/** Verdicts as small numbers, the worst first. What the numbers mean is in the database for years: never reorder. */
final class VerdictCode {

    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.CRITICAL, Verdict.ERROR, Verdict.WARNING, Verdict.INFO, Verdict.UNKNOWN, Verdict.OK);

    private VerdictCode() {}

    static short of(Verdict verdict) {
        return (short) WORST_FIRST.indexOf(verdict);
    }

    static Verdict read(short code) {
        return WORST_FIRST.get(code);
    }
}
