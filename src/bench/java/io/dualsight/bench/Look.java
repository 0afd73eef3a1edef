package io.dualsight.bench;

import io.dualsight.Visitor;
import io.dualsight.bench.Results.Bar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What people see while the fleet grows. */
final class Look {

    /** Spring PetClinic's list of owners, as performance figures of this project were taken: the slower of 11 to 14 ms. */
    private static final double PETCLINIC = 14;

    private static final int USERS = 20;
    private static final int SECONDS = 10;

    private final Results results;
    private final Map<String, List<Double>> medians = new HashMap<>();

    Look(Results results) {
        this.results = results;
    }

    /** One reader, page after page. */
    void at(Console console, int nodes) {
        Pages pages = new Pages(console.port);
        for (String path : List.of("/nodes", "/")) {
            Pages.Cost cost = pages.look(path);
            medians.computeIfAbsent(name(path), any -> new ArrayList<>()).add(cost.p50());
            results.row(
                    Results.say("%s at %,d nodes", name(path), nodes),
                    Bar.atMost(PETCLINIC, cost.p50(), " ms p50")
                            .and(Bar.atMost(50, cost.p99(), " ms p99"))
                            .and(Bar.atMost(100, cost.kilobytes(), " KB")),
                    "p50 %.1f ms, p99 %.1f ms, %d KB",
                    cost.p50(),
                    cost.p99(),
                    cost.kilobytes());
        }
    }

    /** The largest fleet's pages against the smallest's. */
    void growth() {
        medians.forEach((page, times) -> {
            double growth = times.get(times.size() - 1) / times.get(0);
            results.row(page + ": largest fleet against smallest", Bar.atMost(1.5, growth, " x"), "%.2f x", growth);
        });
    }

    private static String name(String path) {
        return path.equals("/") ? "overview" : "node list";
    }

    /** Twenty readers at once, and what is left of the heap when it is collected while they read. */
    void users(Console console) throws IOException, InterruptedException {
        AtomicInteger pages = new AtomicInteger();
        // One session: so many people who sign in at once under one name would be stopped.
        Visitor visitor = new Visitor(console.port);
        visitor.signIn("admin", Console.PASSWORD);
        List<Thread> users = new ArrayList<>();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (int i = 0; i < USERS; i++) {
            users.add(new Thread(() -> read(visitor, end, pages)));
        }
        users.forEach(Thread::start);
        double most = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(1000);
            most = Math.max(most, console.liveHeap());
        }
        for (Thread user : users) {
            user.join();
        }
        results.row(
                "live heap with 20 users on 10,000 nodes",
                Bar.atMost(256, most, " MiB"),
                "%.0f MiB, %.0f pages/s",
                most,
                (double) pages.get() / SECONDS);
    }

    private static void read(Visitor user, long end, AtomicInteger pages) {
        List<String> paths = List.of("/", "/nodes", "/nodes?sort=version", "/findings", "/nodes/bench/node-000042");
        for (int i = 0; System.nanoTime() < end; i++) {
            String path = paths.get(i % paths.size());
            if (user.get(path, "Accept", "text/html").statusCode() != 200) {
                throw new IllegalStateException(path);
            }
            pages.incrementAndGet();
        }
    }
}
