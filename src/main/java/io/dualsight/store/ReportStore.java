package io.dualsight.store;

import io.dualsight.contract.Report;
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
     * The facts that the node's status stands on now: what rules that look at two reports compare with. Without the
     * numbers that differ in every report (the agent's and the node's load, times of checks).
     *
     * @return empty where the node is new
     */
    Optional<Report> previous(String cluster, String node);
}
