package io.dualsight.ingest;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request's sender is told after the commit.
 *
 * @param accepted reports stored by this request
 * @param duplicates reports stored before, by their ids
 * @param rejected reports that must not be sent again as they are
 * @param nextReportSeconds when the console would like to hear again
 */
record ReportAnswer(int accepted, int duplicates, List<Rejected> rejected, long nextReportSeconds) {

    ReportAnswer {
        rejected = List.copyOf(rejected);
    }

    /**
     * One that is not stored.
     *
     * @param index its place in the request, from 0
     * @param reportId as it was sent, cut short; absent where there is none
     * @param error why
     */
    record Rejected(int index, @Nullable String reportId, String error) {
        static final Comparator<Rejected> IN_ORDER = Comparator.comparingInt(Rejected::index);

        static Rejected of(Rejection rejection) {
            return new Rejected(rejection.index(), rejection.reportId(), rejection.error());
        }
    }
}
