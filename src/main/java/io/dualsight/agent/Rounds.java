package io.dualsight.agent;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/**
 * When reports are made. The first one comes soon after the start and the second after a random part of the interval,
 * so that a fleet that was started at once does not report in step.
 */
final class Rounds {

    private static final long SOON = 10_000;

    private final BiFunction<Integer, AgentFacts.Backlog, Report> collector;
    private final Courier courier;
    private final Spool spool;
    private final Ticks ticks;
    private final RandomGenerator random;
    private final Notices notices;
    private final Settings.Pace pace;
    private long intervalMillis;
    private long next;
    private boolean first = true;

    Rounds(
            BiFunction<Integer, AgentFacts.Backlog, Report> collector,
            Courier courier,
            Spool spool,
            Ticks ticks,
            RandomGenerator random,
            Notices notices,
            Settings.Pace pace) {
        this.collector = collector;
        this.courier = courier;
        this.spool = spool;
        this.ticks = ticks;
        this.random = random;
        this.notices = notices;
        this.pace = pace;
        this.intervalMillis = pace.interval().toMillis();
        this.next = ticks.now() + random.nextLong(Math.min(SOON, intervalMillis));
    }

    /** Reports until interrupted. */
    void run() {
        try {
            while (!Thread.interrupted()) {
                ticks.awaitUntil(due());
                act();
            }
        } catch (InterruptedException e) {
            // the way to end this
        }
    }

    /** When there is something to do. */
    long due() {
        return Math.min(next, courier.due());
    }

    /** Does what is due. */
    void act() {
        if (ticks.now() < next) {
            courier.sendWaiting();
            return;
        }
        once();
        // a machine that slept does not catch up
        next = Math.max(next, ticks.now() - intervalMillis) + (first ? part() : intervalMillis);
        first = false;
    }

    private long part() {
        return 1 + random.nextLong(intervalMillis);
    }

    /** Makes one report, sends it, and after it one of those that waited: twice the steady rate and no more. */
    Delivery onceAndOneThatWaits() {
        Delivery delivery = once();
        if (delivery.fate() == Delivery.Fate.TAKEN && spool.count() > 0) {
            courier.sendWaiting();
        }
        return delivery;
    }

    /** Makes one report and sends it. */
    @SuppressWarnings("IllegalCatch")
    Delivery once() {
        try {
            Report report = collector.apply(
                    (int) (intervalMillis / 1000), new AgentFacts.Backlog(spool.count(), spool.dropped()));
            String name = Spool.name(
                    report.origin().collectedAt().toEpochMilli(),
                    report.origin().reportId());
            Delivery delivery = courier.send(new Spool.Waiting(name, gzip(report)), intervalMillis);
            adopt(delivery);
            return delivery;
        } catch (RuntimeException e) {
            // no node may lose its agent because of one report
            notices.say("report", "no report could be made: " + e);
            return Delivery.later("no report could be made");
        }
    }

    /** The console's interval holds, unless it is shorter than one that somebody chose. */
    private void adopt(Delivery delivery) {
        if (delivery.fate() == Delivery.Fate.TAKEN && delivery.waitSeconds() != null) {
            long asked = 1000 * delivery.waitSeconds();
            intervalMillis = pace.chosen() ? Math.max(asked, pace.interval().toMillis()) : asked;
        }
    }

    private static byte[] gzip(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(WireForm.bytes(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
