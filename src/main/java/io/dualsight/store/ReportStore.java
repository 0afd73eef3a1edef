package io.dualsight.store;

import io.dualsight.contract.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where judged reports are kept. Many threads hand in, one writer commits for all of them. */
public interface ReportStore {

    /**
     * Queues the reports of one request. The future ends when all of them are committed, with one outcome each, in
     * their order; or with a {@link StoreUnavailableException}, and then none of them may be acknowledged.
     *
     * @throws QueueFullException where too many wait; nothing was taken
     */
    CompletableFuture<List<Outcome>> submit(List<JudgedReport> reports);

    /**
     * The report that the node's status stands on now: what rules that look at two reports compare with. Where it says
     * what the current one says, it is made of that and no query is needed, so it may have the current one's readings
     * of load.
     *
     * @param current the report that is about to be judged
     * @return empty where the node is new
     * @throws StoreUnavailableException where the database is away
     */
    Optional<Report> previous(Sent current);

    /**
     * The report with its judgement; where it is certain that the judgement would be what the node's last one was, it
     * is made only if somebody asks for it.
     *
     * @param sent the report
     * @param receivedAt by the console's clock
     * @param assessor judges it
     */
    JudgedReport judged(Sent sent, Instant receivedAt, Assessor assessor);
}
