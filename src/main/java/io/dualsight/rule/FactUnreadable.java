package io.dualsight.rule;

import java.util.List;

/** The agent could not read something. */
final class FactUnreadable implements Rule {

    @Override
    public String id() {
        return "FACT_UNREADABLE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation.report().agent() == null
                ? List.of()
                : situation.report().agent().probeErrors().stream()
                        .map(error -> Draft.of(
                                Severity.INFO,
                                error.probe(),
                                Evidence.of("probe", error.probe()).and("message", error.message()),
                                situation.hostFix().mounts()))
                        .toList();
    }
}
