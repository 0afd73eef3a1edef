package io.dualsight.trend;

import io.dualsight.store.ReportFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What ran on the node when something started, by the first report that shows it.
 *
 * @param at collectedAt of that report, to the millisecond
 * @param version of the distribution, cut at {@value #LONGEST} characters; '' = not known
 * @param cni likewise
 * @param family the host's stack
 */
record Circumstances(Instant at, String version, String cni, String family) {

    private static final int LONGEST = 64;
    /** Two reports of one instant: any order that is always the same will do. */
    private static final Comparator<Circumstances> FIRST = Comparator.comparing(Circumstances::at)
            .thenComparing(Circumstances::version)
            .thenComparing(Circumstances::cni)
            .thenComparing(Circumstances::family);

    static Circumstances of(ReportFacts facts) {
        return new Circumstances(
                // Two reports of one instant are stored a microsecond apart.
                facts.collectedAt().truncatedTo(ChronoUnit.MILLIS),
                cut(facts.report().host().distribution().version()),
                cut(facts.cni()),
                facts.family());
    }

    Circumstances join(Circumstances other) {
        return FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** Text for a key: nothing that one of the databases would not keep as it is. */
    static String cut(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replace("\0", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
