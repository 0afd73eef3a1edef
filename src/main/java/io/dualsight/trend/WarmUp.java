package io.dualsight.trend;

import io.dualsight.store.ChangeDays;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Reads the days of charts into memory once the console is up, the newest first, so that its first reader does not wait for
 * all of them. It rests as long as it reads: agents that have waited for the console come first.
 */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** The longest range that pages offer, and the one before it. */
    private static final int DAYS = 180;

    /** Half of what memory holds: the rest is for what readers ask. */
    private static final int MOST_ROWS = DayBlocks.MOST_ROWS / 2;

    private final DayBlocks days;
    private final ChangeDays changes;
    private final Clock clock;
    private volatile boolean closing;

    WarmUp(DayBlocks days, ChangeDays changes, Clock clock) {
        this.days = days;
        this.changes = changes;
        this.clock = clock;
    }

    /** Once. Without days that are in memory charts are as right as with them, so nothing is tried again. */
    @Scheduled(initialDelayString = "PT3S")
    public void run() {
        try {
            readDays();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Charts are not warm: the database is away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readDays() throws InterruptedException {
        changes.since(clock.instant().minus(Duration.ofDays(DAYS / 2)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long rows = 0;
        for (int back = 0; back < DAYS && rows < MOST_ROWS && !closing; back++) {
            long begin = System.nanoTime();
            rows += days.read(today.minusDays(back));
            Thread.sleep(Duration.ofNanos(System.nanoTime() - begin).toMillis());
        }
    }

    /** By a flag and not by an interrupt, which would close H2's file for everybody. */
    @EventListener(ContextClosedEvent.class)
    public void stop() {
        closing = true;
    }
}
