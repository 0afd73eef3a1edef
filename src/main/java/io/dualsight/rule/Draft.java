package io.dualsight.rule;

import java.util.List;
import java.util.Map;

/**
 * What a rule found on one subject, before precedence is applied.
 *
 * @param severity how bad it is
 * @param subject what it is about, such as an address; drafts of one rule become one finding
 * @param evidence what was seen and expected
 * @param remediation what to change
 * @param basis what the finding rests on
 */
record Draft(Severity severity, String subject, Map<String, Object> evidence, Remediation remediation, Basis basis) {

    /** What a finding rests on. */
    enum Basis {
        /** Facts of now. */
        OBSERVED,
        /** What the network plug-in will do once the service runs; void where the service does not start. */
        PREDICTED_CNI
    }

    static Draft of(Severity severity, Object subject, Evidence evidence, Remediation remediation) {
        return new Draft(severity, subject.toString(), evidence.values(), remediation, Basis.OBSERVED);
    }

    /** The only thing that a rule found. */
    static List<Draft> alone(Severity severity, Object subject, Evidence evidence, Remediation remediation) {
        return List.of(of(severity, subject, evidence, remediation));
    }

    /** The only thing that a rule found, as a prediction of the network plug-in. */
    static List<Draft> predicted(Severity severity, Object subject, Evidence evidence, Remediation remediation) {
        return List.of(new Draft(severity, subject.toString(), evidence.values(), remediation, Basis.PREDICTED_CNI));
    }
}
