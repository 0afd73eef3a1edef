package io.dualsight.detect;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the steps of one prediction. */
final class Trace {

    private final List<TraceStep> steps = new ArrayList<>();

    void add(Chooser chooser, @Nullable IpFamily family, Outcome outcome, Phrase why) {
        steps.add(new TraceStep(chooser, family, outcome, why));
    }

    List<TraceStep> steps() {
        return steps;
    }

    /** A phrase of the text bundle's trace part. */
    static Phrase why(String code) {
        return Phrase.of("trace." + code);
    }
}
