package io.dualsight.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sends prepared bodies over many connections at once, each as soon as its last one was answered. */
final class Load {

    /**
     * What came of it.
     *
     * @param seconds from the first body to the last answer
     * @param accepted reports, as the console counts them
     * @param latency of requests that were taken, in microseconds
     * @param statuses how many answers of each
     */
    record Result(double seconds, long accepted, ConcurrentHistogram latency, Map<Integer, Integer> statuses) {

        double reportsPerSecond() {
            return accepted / seconds;
        }

        double requestsPerSecond() {
            return latency.getTotalCount() / seconds;
        }

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":(\\d+)");

    private final Wire.Target target;
    private final Supplier<byte @Nullable []> bodies;
    private final boolean gzip;
    private final AtomicLong accepted = new AtomicLong();
    private final ConcurrentHistogram latency = new ConcurrentHistogram(3);
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new TreeMap<>();

    Load(int console, List<byte[]> bodies, boolean gzip) {
        this(Wire.Target.console(console), bodies, gzip);
    }

    Load(Wire.Target target, List<byte[]> bodies, boolean gzip) {
        this(target, new ConcurrentLinkedQueue<>(bodies)::poll, gzip);
    }

    /** Until there are no more bodies. */
    Load(Wire.Target target, Supplier<byte @Nullable []> bodies, boolean gzip) {
        this.target = target;
        this.bodies = bodies;
        this.gzip = gzip;
        for (int status : new int[] {200, 202, 400, 401, 413, 422, 429, 500, 503}) {
            statuses.put(status, new AtomicInteger());
        }
    }

    /** Ends when every body was taken; those answered 429 or 503 are sent again when the answer says so. */
    Result run(int connections) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(this::send, "load-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        statuses.forEach((status, count) -> {
            if (count.get() > 0) {
                counts.put(status, count.get());
            }
        });
        return new Result((System.nanoTime() - start) / 1e9, accepted.get(), latency, counts);
    }

    /** A percentile of the latency of what was taken between two moments. */
    double millis(double percentile, Instant from, Instant to) {
        Histogram between = new Histogram(3);
        taken.stream()
                .filter(each -> each.at().isAfter(from) && each.at().isBefore(to))
                .forEach(each -> between.recordValue(each.micros()));
        return between.getValueAtPercentile(percentile) / 1000.0;
    }

    private void send() {
        try (Wire wire = new Wire(target)) {
            for (byte[] body = bodies.get(); body != null; body = bodies.get()) {
                while (!send(wire, body)) {
                    Thread.sleep(1000L * Math.max(1, Integer.parseInt("0" + wire.retryAfter())));
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean send(Wire wire, byte[] body) throws IOException {
        long start = System.nanoTime();
        int status = wire.post(body, gzip);
        statuses.get(status).incrementAndGet();
        if (status == target.good()) {
            long micros = (System.nanoTime() - start) / 1000;
            latency.recordValue(micros);
            taken.add(new Taken(Instant.now(), micros));
            Matcher count = ACCEPTED.matcher(wire.body());
            accepted.addAndGet(count.find() ? Long.parseLong(count.group(1)) : 0);
            return true;
        }
        if (status != 429 && status != 503) {
            throw new IOException(status + ": " + wire.body());
        }
        return false;
    }

    /** A body that was taken, when and how late. */
    private record Taken(Instant at, long micros) {}
}
