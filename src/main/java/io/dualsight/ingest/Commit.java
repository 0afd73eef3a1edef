package io.dualsight.ingest;

import io.dualsight.store.JudgedReport;
import io.dualsight.store.Outcome;
import io.dualsight.store.QueueFullException;
import io.dualsight.store.ReportStore;
import io.dualsight.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Hands reports to the store and waits until they are safe. */
@Component
class Commit {
    /** The writer empties a full queue within a second or two. */
    private static final Duration QUEUE_RETRY = Duration.ofSeconds(2);

    private final ReportStore store;
    private final Duration timeout;

    Commit(ReportStore store, IngestSettings settings) {
        this.store = store;
        this.timeout = settings.commitTimeout();
    }

    /**
     * One outcome a report, in their order, all of them committed.
     *
     * @throws RefusedException where none is known to be
     */
    List<Outcome> await(List<JudgedReport> reports) {
        try {
            return store.submit(reports).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (QueueFullException e) {
            throw RefusedException.tooMany(
                    "queue-full",
                    "Too many reports wait to be stored. Nothing was stored; send it again.",
                    QUEUE_RETRY);
        } catch (TimeoutException e) {
            throw RefusedException.databaseAway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusedException.databaseAway();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreUnavailableException) {
                throw RefusedException.databaseAway();
            }
            throw new IllegalStateException("the store failed in an unknown way", e.getCause());
        }
    }
}
