package io.dualsight.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fleet whose nodes say the same each minute; its clock starts some hours ago and never comes to now. */
public final class Fleet {

    public static final int NODES = 10_000;
    static final int BATCH = 100;

    private static final int MINUTES = 20 * 60;

    private final Reports reports = new Reports();
    private Instant minute = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(MINUTES, ChronoUnit.MINUTES);

    private Instant next() {
        minute = minute.plus(1, ChronoUnit.MINUTES);
        return minute;
    }

    /** One report of each of the first so many nodes, in gzip requests of 100, so many times. */
    public List<byte[]> batches(int nodes, int rounds) {
        List<byte[]> bodies = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Instant at = next();
            for (int node = 0; node < nodes; node += BATCH) {
                bodies.add(reports.batch(node, BATCH, at));
            }
        }
        return bodies;
    }

    /** One report of each of 10,000 nodes, each in a request of its own, so many times. */
    public List<byte[]> singles(int rounds) {
        List<byte[]> bodies = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Instant at = next();
            for (int node = 0; node < NODES; node++) {
                bodies.add(reports.one(node, at));
            }
        }
        return bodies;
    }

    /** Single reports, a minute of the fleet after the other, until it is over. */
    Supplier<byte @Nullable []> endless(AtomicBoolean over) {
        AtomicLong number = new AtomicLong();
        Instant first = next();
        return () -> {
            long next = number.getAndIncrement();
            return over.get() ? null : reports.one((int) (next % NODES), first.plusSeconds(60 * (next / NODES)));
        };
    }

    /** What each node has in its spool after so many minutes. */
    List<byte[]> spools(int minutes) {
        List<byte[]> bodies = new ArrayList<>();
        Instant first = next();
        for (int node = 0; node < NODES; node++) {
            bodies.add(reports.spool(node, minutes, first));
        }
        minute = minute.plus(minutes, ChronoUnit.MINUTES);
        return bodies;
    }
}
