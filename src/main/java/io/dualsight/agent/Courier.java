package io.dualsight.agent;

import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Brings reports to the console, or keeps them for later.
 *
 * <p>While the console is away every report goes to the spool and tries are spaced by exponential back-off with full
 * jitter, so that a fleet does not come back as one. The first try that succeeds is the newest report, since what the
 * console shows should be right at once. After that the rest follows from the oldest on, one between two reports: a
 * fleet that comes back is never more than twice as busy as one that was never away.
 */
final class Courier {

    private static final long FIRST_BACKOFF = 2_000;
    private static final int DOUBLINGS = 20;
    /** A refused token is put right by a person, and tried for one at this many intervals at the latest. */
    private static final int UNTRUSTED_INTERVALS = 5;

    private final Function<byte[], Delivery> console;
    private final Spool spool;
    private final Ticks ticks;
    private final RandomGenerator random;
    private final Notices notices;
    private long intervalMillis;
    private int failures;
    private long notBefore;

    Courier(Function<byte[], Delivery> console, Spool spool, Ticks ticks, RandomGenerator random, Notices notices) {
        this.console = console;
        this.spool = spool;
        this.ticks = ticks;
        this.random = random;
        this.notices = notices;
    }

    /** Sends a report that was just made, unless the console is to be left alone now. */
    Delivery send(Spool.Waiting report, long interval) {
        intervalMillis = interval;
        if (failures > 0 && ticks.now() < notBefore) {
            spool.add(report);
            return Delivery.later("waiting before the next try");
        }
        Delivery delivery = deliver(report);
        if (isKept(delivery)) {
            spool.add(report);
        } else {
            notBefore = ticks.now() + between(intervalMillis / 4, 3 * intervalMillis / 4);
        }
        return delivery;
    }

    private static boolean isKept(Delivery delivery) {
        return delivery.fate() == Delivery.Fate.LATER || delivery.fate() == Delivery.Fate.UNTRUSTED;
    }

    /** When {@link #sendWaiting()} is due; {@link Long#MAX_VALUE} where nothing waits, or before the first report. */
    long due() {
        return intervalMillis == 0 || spool.count() == 0 ? Long.MAX_VALUE : notBefore;
    }

    /** Sends one of the reports that wait. */
    void sendWaiting() {
        Optional<Spool.Waiting> next = failures > 0 ? spool.newest() : spool.oldest();
        next.ifPresent(report -> {
            if (!isKept(deliver(report))) {
                spool.remove(report);
                // the next one follows the next report
                notBefore = Long.MAX_VALUE;
            }
        });
    }

    private Delivery deliver(Spool.Waiting report) {
        Delivery delivery = console.apply(report.body());
        switch (delivery.fate()) {
            case TAKEN -> {
                notices.settle("console", "the console takes reports again");
                failures = 0;
            }
            case REFUSED -> {
                notices.say("refused", "the console refused a report, which is dropped: " + delivery.said());
                failures = 0;
            }
            case UNTRUSTED -> {
                notices.say("console", "the console does not take this token: " + delivery.said());
                failures++;
                notBefore = ticks.now() + between(intervalMillis, UNTRUSTED_INTERVALS * intervalMillis);
            }
            case LATER -> {
                notices.say("console", "the console is out of reach: " + delivery.said());
                backOff(delivery);
            }
        }
        return delivery;
    }

    private void backOff(Delivery delivery) {
        long most = Math.min(2 * intervalMillis, FIRST_BACKOFF << Math.min(failures, DOUBLINGS));
        failures++;
        long asked = delivery.waitSeconds() == null ? 0 : 1000 * delivery.waitSeconds();
        notBefore = ticks.now() + asked + between(0, most);
    }

    private long between(long least, long most) {
        return least + random.nextLong(Math.max(1, most - least));
    }
}
