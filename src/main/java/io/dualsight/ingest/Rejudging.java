package io.dualsight.ingest;

import io.dualsight.contract.MalformedReportException;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.NodeKey;
import io.dualsight.store.QueueFullException;
import io.dualsight.store.StandingJudgements;
import io.dualsight.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Judges nodes again by what they said last; their report history stays as it is. */
@Component
class Rejudging {
    /** Judgements that go into one commit together. */
    static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);

    private final StandingJudgements standing;
    private final Judge judge;
    private final Clock clock;
    private final Duration timeout;

    Rejudging(StandingJudgements standing, Judge judge, Clock clock, IngestSettings settings) {
        this.standing = standing;
        this.judge = judge;
        this.clock = clock;
        this.timeout = settings.commitTimeout();
    }

    /**
     * Judges these nodes again, {@link #AT_ONCE} at most.
     *
     * @return those whose newest report was another by the time of the commit
     * @throws StoreUnavailableException where the database is away or busy; what was not judged may be tried again
     */
    List<NodeKey> judge(List<NodeKey> nodes) {
        Map<NodeKey, CompletableFuture<Boolean>> replaced = new LinkedHashMap<>();
        try {
            for (NodeKey node : nodes) {
                again(node).ifPresent(judged -> replaced.put(node, standing.replace(judged)));
            }
        } catch (DataAccessResourceFailureException | TransientDataAccessException | QueueFullException e) {
            throw new StoreUnavailableException("nodes cannot be judged again now", e);
        }
        List<NodeKey> overtaken = new ArrayList<>();
        replaced.forEach((node, done) -> {
            if (!await(done)) {
                overtaken.add(node);
            }
        });
        return overtaken;
    }

    private Optional<JudgedReport> again(NodeKey node) {
        try {
            return standing.standing(node).map(found -> judge.again(found, clock.instant()));
        } catch (MalformedReportException e) {
            LOG.warn("{} is not judged again: what it said is no longer read", node, e);
            return Optional.empty();
        }
    }

    private boolean await(CompletableFuture<Boolean> done) {
        try {
            return done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("the console is stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailableException("the database takes no judgement", e);
        }
    }
}
