package io.dualsight.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which facts of a report its agent could not read. */
final class ProbeErrors {

    private final List<ProbeError> errors;

    ProbeErrors(@Nullable AgentFacts agent) {
        this.errors = agent == null ? List.of() : agent.probeErrors();
    }

    /** Whether {@code fact} as a whole is unknown. */
    boolean hide(String fact) {
        return errors.stream().anyMatch(each -> each.hides(fact));
    }

    /** Whether {@code fact} or a part of it is unknown. */
    boolean touch(String fact) {
        return hide(fact) || errors.stream().anyMatch(each -> each.probe().startsWith(fact + "."));
    }
}
