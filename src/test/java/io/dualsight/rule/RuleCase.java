package io.dualsight.rule;

/**
 * A rule at its limit.
 *
 * @param rule its id
 * @param severity that it has when it fires
 * @param fires facts that it fires on
 * @param quiet the same facts one step short of it
 */
record RuleCase(String rule, Severity severity, Facts fires, Facts quiet) {

    static RuleCase of(String rule, Severity severity, TestNode fires, TestNode quiet) {
        return new RuleCase(rule, severity, fires.facts(), quiet.facts());
    }

    static RuleCase of(String rule, Severity severity, Facts fires, Facts quiet) {
        return new RuleCase(rule, severity, fires, quiet);
    }

    @Override
    public String toString() {
        return rule + " " + severity;
    }
}
