package io.dualsight.rule;

import io.dualsight.contract.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a judgement rests on.
 *
 * @param report the node's report
 * @param earlier accepted reports of the same node before it, the newest first; may be empty
 * @param fleet what the console knows beyond it
 * @param now the console's time, where it asks whether the node has fallen silent; absent where a report is judged as it
 *     stands
 */
public record Facts(
        Report report,
        List<Report> earlier,
        FleetView fleet,
        @Nullable Instant now) {

    public Facts {
        earlier = List.copyOf(earlier);
    }

    /** A report alone. */
    public static Facts of(Report report) {
        return new Facts(report, List.of(), FleetView.NONE, null);
    }
}
