package io.dualsight.web;

import io.dualsight.triage.FindingStatus;
import io.dualsight.triage.Findings;

/**
 * The way from what a rule says of a node to what people do about it.
 *
 * @param mark of where it stands
 * @param text the same in words
 */
record FindingLink(String href, String mark, String text) {

    static FindingLink to(Findings.Standing finding, Wording wording) {
        String mark = mark(finding.status(), finding.regressed());
        return new FindingLink(FindingAddress.one(finding.id()), mark, wording.text("finding.status." + mark));
    }

    /** An open finding is new, or it was resolved before. */
    static String mark(FindingStatus status, boolean regressed) {
        if (status != FindingStatus.OPEN) {
            return status.wire();
        }
        return regressed ? "regressed" : "new";
    }
}
