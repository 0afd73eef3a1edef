package io.dualsight;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs fuzzers beside each other for a time, and fails where one throws what it may not, reads one input for too long,
 * even for ever, or where the heap has grown. A failure names its input in hex.
 */
final class FuzzRun {
    /** Of a processor, for one input: what other work on the machine does not change. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final long MOST_GROWTH = 32L << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Runner> runners;
    private final Duration time;
    private volatile long end;

    FuzzRun(List<Fuzz> fuzzers, Duration time) {
        this.runners = fuzzers.stream().map(Runner::new).toList();
        this.time = time;
    }

    void run() throws InterruptedException {
        // What they load and cache for good, they do before the heap is measured.
        for (Runner runner : runners) {
            runner.fuzz.seeds().forEach(runner::take);
        }
        long before = heap();
        end = System.nanoTime() + time.toNanos();
        runners.forEach(Thread::start);
        for (Runner runner : runners) {
            while (runner.isAlive()) {
                requireProgress();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        requireProgress();
        long growth = heap() - before;
        if (growth > MOST_GROWTH) {
            throw new AssertionError("the heap has grown by " + growth + " bytes");
        }
    }

    private void requireProgress() {
        for (Runner runner : runners) {
            if (runner.failure != null) {
                throw new AssertionError(runner.fuzz.name() + ", input " + runner.shown(), runner.failure);
            }
            if (runner.isAlive() && runner.cpu() - runner.startedAt > LONGEST.toNanos()) {
                throw new AssertionError(
                        runner.fuzz.name() + ", more than " + LONGEST + " for input " + runner.shown());
            }
        }
    }

    /** How many inputs each has read. */
    List<String> counts() {
        return runners.stream()
                .map(runner -> String.format("%-14s %,12d inputs", runner.fuzz.name(), runner.count))
                .toList();
    }

    long fewest() {
        return runners.stream().mapToLong(runner -> runner.count).min().orElse(0);
    }

    /** In bytes, once what others have left behind is gone too: closed contexts, soft and phantom references. */
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    @SuppressWarnings("deprecation") // the name of a thread's number since Java 19 is not known to 17
    private final class Runner extends Thread {
        private final Fuzz fuzz;
        private volatile byte[] input = new byte[0];
        private volatile long startedAt;
        private volatile long count;
        private volatile long taker = Thread.currentThread().getId();
        private volatile @Nullable Throwable failure;

        Runner(Fuzz fuzz) {
            super("fuzz " + fuzz.name());
            // One that hangs does not keep the process.
            setDaemon(true);
            this.fuzz = fuzz;
        }

        @Override
        public void run() {
            taker = getId();
            startedAt = 0;
            while (System.nanoTime() < end && failure == null) {
                take(fuzz.spoiled());
                count = count + 1;
            }
        }

        private void take(byte[] next) {
            input = next;
            startedAt = cpu();
            Throwable thrown = catchThrowable(() -> fuzz.take(next));
            failure = thrown == null || fuzz.mayThrow(thrown) ? null : thrown;
        }

        /** Of the thread that takes the inputs, in nanoseconds. */
        private long cpu() {
            return THREADS.getThreadCpuTime(taker);
        }

        private String shown() {
            return HexFormat.of().formatHex(input, 0, Math.min(input.length, 2_000));
        }
    }
}
