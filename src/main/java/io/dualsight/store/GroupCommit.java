package io.dualsight.store;

import io.dualsight.contract.Report;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * One writer for many requests: while it commits, the next requests gather, and go into the next transaction together.
 * So the price of a commit is shared by all that wait for one, and no two threads fight over a row.
 */
final class GroupCommit implements ReportStore, StandingJudgements, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int DRAIN_SECONDS = 15;

    private final StoreSettings settings;
    private final Preparation preparation;
    private final Committer committer;
    private final NodeStatuses reader;
    private final StandingReader standing;
    private final Settled settled;
    private final Queue<Submission> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(GroupCommit::thread);
    private volatile boolean running = true;

    GroupCommit(
            StoreSettings settings,
            Preparation preparation,
            Committer committer,
            NodeStatuses reader,
            StandingReader standing,
            Settled settled,
            MeterRegistry meters) {
        this.settings = settings;
        this.preparation = preparation;
        this.committer = committer;
        this.reader = reader;
        this.standing = standing;
        this.settled = settled;
        meters.gauge("dualsight.store.waiting", waiting);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "store-writer");
        thread.setUncaughtExceptionHandler((dead, defect) -> LOG.error("A batch of reports was not stored", defect));
        return thread;
    }

    @Override
    public CompletableFuture<List<Outcome>> submit(List<JudgedReport> reports) {
        return submit(reports, false);
    }

    @Override
    public CompletableFuture<Boolean> replace(JudgedReport again) {
        return submit(List.of(again), true).thenApply(List.of(Outcome.STORED)::equals);
    }

    private CompletableFuture<List<Outcome>> submit(List<JudgedReport> reports, boolean again) {
        if (reports.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        int size = reports.size();
        if (waiting.addAndGet(size) > settings.queueCapacity()) {
            waiting.addAndGet(-size);
            throw new QueueFullException(settings.queueCapacity());
        }
        boolean taken = false;
        try {
            List<Incoming> incoming =
                    reports.stream().map(report -> prepare(report, again)).toList();
            Submission submission = new Submission(incoming, new CompletableFuture<>());
            taken = enqueue(submission);
            return submission.future();
        } finally {
            if (!taken) {
                waiting.addAndGet(-size);
            }
        }
    }

    private Incoming prepare(JudgedReport report, boolean again) {
        Optional<NodeState> standing = report.settled() ? standing(report.sent()) : Optional.empty();
        if (standing.isPresent()) {
            return preparation.settled(report, standing.get().snapshot());
        }
        Incoming incoming = preparation.of(report, again);
        settled.made(incoming);
        return incoming;
    }

    private boolean enqueue(Submission submission) {
        queue.add(submission);
        try {
            writer.execute(this::commitNext);
            return true;
        } catch (RejectedExecutionException e) {
            // The writer takes no more turns; it may still be at one that has taken this.
            boolean taken = !queue.remove(submission);
            if (!taken) {
                submission.fail(new StoreUnavailableException("the console is stopping", null));
            }
            return taken;
        }
    }

    /** Takes what is there; finds nothing where an earlier turn took it. */
    private void commitNext() {
        List<Submission> batch = new ArrayList<>();
        int size = 0;
        Submission next = queue.poll();
        while (next != null) {
            batch.add(next);
            size += next.reports().size();
            next = size < settings.batchSize() ? queue.poll() : null;
        }
        if (!batch.isEmpty()) {
            commit(batch, size);
        }
    }

    private void commit(List<Submission> batch, int size) {
        try {
            List<Outcome> outcomes = committer.commit(
                    batch.stream().flatMap(each -> each.reports().stream()).toList());
            int from = 0;
            for (Submission each : batch) {
                int to = from + each.reports().size();
                each.future().complete(List.copyOf(outcomes.subList(from, to)));
                from = to;
            }
        } catch (StoreUnavailableException e) {
            batch.forEach(each -> each.fail(e));
        } finally {
            waiting.addAndGet(-size);
            // Nobody may wait for ever, whatever defect ended this turn; where all are answered this changes nothing.
            batch.forEach(each -> each.fail(new StoreUnavailableException("the writer failed", null)));
        }
    }

    @Override
    public Optional<Report> previous(Sent current) {
        return standing(current).map(state -> state.newest(current.whole())).or(() -> load(current.key()));
    }

    /** The node as it is, where it says what this report says. */
    private Optional<NodeState> standing(Sent current) {
        return committer
                .known(current.key())
                .filter(state -> state.facts().sha256().equals(current.sha256()));
    }

    @Override
    public JudgedReport judged(Sent sent, Instant receivedAt, Assessor assessor) {
        NodeState newest = standing(sent).orElse(null);
        if (newest != null && settled.standsOn(assessor.ground(sent.origin()), newest, sent)) {
            return JudgedReport.settled(kept(sent, newest), receivedAt, assessor);
        }
        Evidence evidence = assessor.evidence(sent);
        return newest != null && settled.holds(newest, evidence)
                ? JudgedReport.settled(kept(sent, newest), receivedAt, assessor)
                : JudgedReport.by(evidence, assessor.judge(evidence), receivedAt);
    }

    /** The database has its facts, so it need not be in memory while it waits for the commit. */
    private Sent kept(Sent sent, NodeState newest) {
        long node = newest.revision().nodeId();
        return sent.kept(sha256 -> standing.facts(node, sha256));
    }

    @Override
    public Optional<Standing> standing(NodeKey key) {
        return standing.find(key);
    }

    @Override
    public List<NodeKey> behind(@Nullable NodeKey last, int limit) {
        return standing.behind(last, limit);
    }

    private Optional<Report> load(NodeKey key) {
        try {
            return reader.lastReport(key.cluster(), key.node());
        } catch (DataAccessException e) {
            throw new StoreUnavailableException("the database cannot be read", e);
        }
    }

    @Override
    public void start() {
        // The writer's thread starts with the first report.
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The web server has stopped by now; what waits is committed, since its senders may still be listening. */
    @Override
    public void stop() {
        running = false;
        writer.shutdown();
        try {
            if (!writer.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} reports were not stored before the stop; their senders have no answer", waiting.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The reports of one request.
     *
     * @param reports in their order
     * @param future that the request waits for
     */
    private record Submission(List<Incoming> reports, CompletableFuture<List<Outcome>> future) {

        void fail(StoreUnavailableException reason) {
            future.completeExceptionally(reason);
        }
    }
}
