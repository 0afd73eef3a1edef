package io.dualsight.store;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Commits a batch whatever is in it: what one report does wrong is its own loss, what the database cannot is nobody's. */
final class Committer {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int TRIES = 5;

    private final BatchCommit batches;
    private final Dialect dialect;
    private final Timer commits;
    private final DistributionSummary sizes;
    private boolean away;
    private @Nullable LocalDate opened;

    Committer(BatchCommit batches, Dialect dialect, MeterRegistry meters) {
        this.batches = batches;
        this.dialect = dialect;
        this.commits = meters.timer("dualsight.store.commit");
        this.sizes = meters.summary("dualsight.store.batch");
    }

    /** On the writer's thread alone. */
    List<Outcome> commit(List<Incoming> batch) {
        try {
            sizes.record(batch.size());
            openDays(batch);
            List<Outcome> outcomes = commits.record(() -> together(batch));
            if (away) {
                away = false;
                LOG.info("The database is back; reports are stored again");
            }
            return outcomes;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                away = true;
                LOG.warn("The database does not take reports; their senders are asked to come again", e);
            }
            throw new StoreUnavailableException("the database does not take reports", e);
        }
    }

    /** A node as it was after the last commit, where it is in memory; on any thread. */
    Optional<NodeState> known(NodeKey key) {
        return batches.known(key);
    }

    private void openDays(List<Incoming> batch) {
        LocalDate today = LocalDate.ofInstant(batch.get(0).times().receivedAt(), ZoneOffset.UTC);
        if (!today.equals(opened)) {
            dialect.openDays(today);
            opened = today;
        }
    }

    private List<Outcome> together(List<Incoming> batch) {
        try {
            return batches.run(batch);
        } catch (NodeMovedException | ConcurrencyFailureException | DataIntegrityViolationException e) {
            List<Outcome> outcomes = new ArrayList<>();
            batch.forEach(report -> outcomes.add(alone(report)));
            return outcomes;
        }
    }

    private Outcome alone(Incoming report) {
        DataIntegrityViolationException refusal = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return batches.run(List.of(report)).get(0);
            } catch (NodeMovedException | ConcurrencyFailureException e) {
                refusal = null;
            } catch (DataIntegrityViolationException e) {
                // It may be that another console has just made this node's row; then the next try finds it.
                refusal = e;
            }
        }
        if (refusal == null) {
            throw new StoreUnavailableException("another console keeps changing node " + report.key(), null);
        }
        // Not the message: the database's own quotes the row.
        LOG.error("The database refuses report {} of {}: {}", report.reportId(), report.key(), state(refusal));
        return Outcome.FAILED;
    }

    private static String state(DataIntegrityViolationException refusal) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(refusal);
        return root instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : root.getClass().getName();
    }
}
