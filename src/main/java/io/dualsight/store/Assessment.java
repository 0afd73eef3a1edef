package io.dualsight.store;

import io.dualsight.rule.Judgement;

/** Judges one report, step by step: what is known to come to the same as the last time is not asked for. */
public interface Assessment {

    /**
     * What is known now beyond the report, in short: as long as this is equal, the same report has the same evidence. It is
     * asked for every report and must not cost much.
     */
    Object ground();

    /** What to judge by. */
    Evidence evidence();

    /** What the rules say. */
    Judgement judge(Evidence evidence);
}
