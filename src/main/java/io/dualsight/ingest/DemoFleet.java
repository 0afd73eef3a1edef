package io.dualsight.ingest;

import io.dualsight.store.NodeStatuses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Simulates a fleet: 300 nodes in four clusters, their last thirty days where this console has not seen them yet, and
 * from then on a report a minute of each.
 */
@Component
class DemoFleet {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFleet.class);
    private static final int INTERVAL = 60;

    private final DemoIntake intake;
    private final NodeStatuses statuses;
    private final Clock clock;
    private final DemoSettings settings;
    private @Nullable Thread thread;

    DemoFleet(DemoIntake intake, NodeStatuses statuses, Clock clock, DemoSettings settings) {
        this.intake = intake;
        this.statuses = statuses;
        this.clock = clock;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (settings.enabled() && thread == null) {
            thread = thread(this::run);
            thread.start();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "demo-fleet");
        thread.setDaemon(true);
        return thread;
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void run() {
        List<DemoNode> nodes = DemoNode.all(settings.seed());
        Instant anchor = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            List<DemoNode> speaking = nodes.stream()
                    .filter(node -> new DemoLife(node, anchor).silentFrom().equals(Instant.MAX))
                    .toList();
            statuses.holdSilence(true);
            try {
                tellPast(nodes, anchor);
                tellNow(speaking, anchor);
            } finally {
                statuses.holdSilence(false);
            }
            goOn(speaking, anchor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn(List<DemoNode> speaking, Instant anchor) throws InterruptedException {
        while (true) {
            int slot = Math.floorMod(clock.instant().getEpochSecond(), INTERVAL);
            IntStream turn = IntStream.range(0, speaking.size()).filter(each -> each % INTERVAL == slot);
            tellNow(turn.mapToObj(speaking::get).toList(), anchor);
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
    }

    /** Unless an earlier run of this console did. */
    void tellPast(List<DemoNode> nodes, Instant anchor) throws InterruptedException {
        DemoNode first = nodes.get(0);
        if (statuses.find(first.cluster().title(), first.name()).isPresent()) {
            return;
        }
        long begin = System.nanoTime();
        // The clusters know nothing of each other: while one waits for the writer, the others are judged.
        ExecutorService clusters = Executors.newFixedThreadPool(DemoCluster.values().length, DemoFleet::thread);
        try {
            List<Callable<Integer>> pasts = Stream.of(DemoCluster.values())
                    .map(cluster -> (Callable<Integer>) () -> tellPast(cluster, nodes, anchor))
                    .toList();
            int reports = 0;
            for (Future<Integer> past : clusters.invokeAll(pasts)) {
                reports += past.get();
            }
            intake.pastIsTold();
            LOG.info(
                    "Simulated {} reports in {} ms (dualsight.demo.enabled)",
                    reports,
                    (System.nanoTime() - begin) / 1_000_000);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the past of the simulated fleet was not taken", e);
        } finally {
            clusters.shutdownNow();
        }
    }

    private int tellPast(DemoCluster cluster, List<DemoNode> nodes, Instant anchor) throws InterruptedException {
        List<DemoNode> members =
                nodes.stream().filter(node -> node.cluster() == cluster).toList();
        DemoPast past = new DemoPast(anchor);
        int reports = 0;
        for (List<DemoPast.Turn> part : past.parts(members)) {
            intake.take(part.stream()
                    .map(turn -> intake.judged(
                            DemoReport.of(turn.node(), anchor, turn.at(), past.interval(turn)), turn.at()))
                    .toList());
            reports += part.size();
        }
        return reports;
    }

    private void tellNow(List<DemoNode> nodes, Instant anchor) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        intake.take(nodes.stream()
                .map(node -> intake.judged(DemoReport.of(node, anchor, now, INTERVAL), now))
                .toList());
    }
}
