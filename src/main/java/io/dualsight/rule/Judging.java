package io.dualsight.rule;

import io.dualsight.contract.Report;

/** Judges a report in the light of all that the console knows of its node now. */
public interface Judging {

    /** The report, with the Node object's facts where its agent could not read them. */
    Report complete(Report sent);

    /** The judgement of it, as if it were the node's first. */
    Judgement now(Report sent);
}
