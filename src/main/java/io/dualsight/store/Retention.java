package io.dualsight.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.javacrumbs.shedlock.core.LockAssert;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what is too old, a little at a time: each chunk is a transaction of its own, and between chunks reports go
 * first. A run that is cut off goes on in the next one, since what is gone is gone.
 */
@Component
@DependsOnDatabaseInitialization
class Retention {

    static final int CHUNK = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** A step's turn: all of them together end before the lock does. */
    private static final Duration TURN = Duration.ofSeconds(90);

    private static final long PAUSE_MILLIS = 20;

    private final ObjectProvider<RetentionStep> steps;
    private final Dialect dialect;
    private final RetentionTable runs;
    private final Clock clock;

    Retention(ObjectProvider<RetentionStep> steps, Dialect dialect, RetentionTable runs, Clock clock) {
        this.steps = steps;
        this.dialect = dialect;
        this.runs = runs;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    @SchedulerLock(name = "retention", lockAtMostFor = "PT15M")
    void runLocked() {
        LockAssert.assertLocked();
        run();
    }

    /** One turn of each step. */
    void run() {
        dialect.openDays(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        steps.orderedStream().forEach(this::run);
    }

    @SuppressWarnings("IllegalCatch") // one step's defect may not keep the others from their work
    private void run(RetentionStep step) {
        Instant start = clock.instant();
        RetentionRun run =
                new RetentionRun(step.name(), start.minus(step.keep()), start, start, 0, RetentionRun.State.RUNNING);
        try {
            runs.save(run);
            while (run.state() == RetentionRun.State.RUNNING) {
                run = next(run, step.purge(run.keptFrom(), CHUNK));
                runs.save(run);
            }
        } catch (RuntimeException e) {
            LOG.error("Retention of {} failed; it is tried again in ten minutes", step.name(), e);
            runs.save(after(run, 0, RetentionRun.State.FAILED));
        }
    }

    private RetentionRun next(RetentionRun run, int deleted) {
        if (deleted < CHUNK) {
            return after(run, deleted, RetentionRun.State.DONE);
        }
        boolean late = clock.instant().isAfter(run.startedAt().plus(TURN));
        return after(run, deleted, late || !pause() ? RetentionRun.State.PAUSED : RetentionRun.State.RUNNING);
    }

    private RetentionRun after(RetentionRun run, int deleted, RetentionRun.State state) {
        return new RetentionRun(
                run.step(), run.keptFrom(), run.startedAt(), clock.instant(), run.deleted() + deleted, state);
    }

    /** Lets reports go first; false where the console stops. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
