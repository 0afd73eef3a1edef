package io.dualsight.store;

import io.dualsight.contract.Origin;
import io.dualsight.rule.Judgement;

/** Judges reports, step by step: what is known to come to the same as the last time is not asked for. */
public interface Assessor {

    /**
     * What is known now beyond a node's report, in short: as long as this is equal, the same report has the same evidence.
     * It is asked for every report and must not cost much.
     */
    Object ground(Origin origin);

    /** What to judge a report by. */
    Evidence evidence(Sent sent);

    /** What the rules say. */
    Judgement judge(Evidence evidence);
}
