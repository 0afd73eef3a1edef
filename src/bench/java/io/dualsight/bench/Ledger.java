package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agents that report to a console, and what it answered them: each report that it took must be there in the end. */
final class Ledger {
    private static final int AGENTS = 8;
    private static final int NODES = 50;
    private static final Pattern DETAIL = Pattern.compile("\"detail\":\"([^\"]*)\"");

    private final Reports reports = new Reports();
    private final Console console;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();
    private final List<Thread> agents = new ArrayList<>();
    private Map<String, Integer> answers = new TreeMap<>();
    private String refusal = "";
    private volatile boolean over;

    Ledger(Console console) {
        this.console = console;
    }

    void start() {
        over = false;
        for (int i = 0; i < AGENTS; i++) {
            Thread agent = new Thread(this::report, "agent-" + i);
            agent.setDaemon(true);
            agents.add(agent);
            agent.start();
        }
    }

    void stop() throws InterruptedException {
        over = true;
        for (Thread agent : agents) {
            agent.join();
        }
        agents.clear();
    }

    /** What was answered since this was asked last: how often which. */
    synchronized String answers() {
        Map<String, Integer> until = answers;
        answers = new TreeMap<>();
        StringBuilder words = new StringBuilder();
        until.forEach((answer, count) ->
                words.append(words.isEmpty() ? "" : ", ").append(String.format("%,d × %s", count, answer)));
        return words.toString();
    }

    /** The last answer that was no 200, in its own words. */
    synchronized String refusal() {
        String words = refusal;
        refusal = "";
        return words;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How long until one more is taken; empty where none is within the time. */
    String untilTaken(Duration most) throws InterruptedException {
        int before = acknowledged.size();
        Instant begun = Instant.now();
        while (acknowledged.size() == before) {
            if (Instant.now().isAfter(begun.plus(most))) {
                return "";
            }
            Thread.sleep(20);
        }
        return String.format("%.1f s", Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    }

    /** Waits until some were refused. */
    boolean someRefused(Duration most) throws InterruptedException {
        Instant deadline = Instant.now().plus(most);
        while (Instant.now().isBefore(deadline)) {
            synchronized (this) {
                if (!refusal.isEmpty()) {
                    return true;
                }
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** How many of those that were taken the console does not have. */
    long lost() throws InterruptedException {
        String csv = export();
        for (int i = 0; i < 20 && !csv.startsWith("cluster,"); i++) {
            // 503: come again, as a browser's reader or a program would.
            Thread.sleep(1000);
            csv = export();
        }
        if (!csv.startsWith("cluster,")) {
            throw new IllegalStateException("no export: " + csv);
        }
        Set<String> stored = ConcurrentHashMap.newKeySet();
        csv.lines().skip(1).map(line -> line.split(",")[4]).forEach(stored::add);
        return acknowledged.stream().filter(id -> !stored.contains(id)).count();
    }

    private String export() {
        return new Visitor(console.port)
                .get("/api/v1/exports/reports.csv?cluster=bench&from=now-24h", Console.PROGRAM)
                .body();
    }

    /** Sends one, and answers its status and what was said. */
    String once(Instant collectedAt) throws IOException {
        UUID id = UUID.randomUUID();
        try (Wire wire = new Wire(console.port)) {
            String json = reports.json(sent.incrementAndGet() % NODES, collectedAt, id);
            int status = wire.post(json.getBytes(StandardCharsets.UTF_8), false);
            if (status == 200) {
                acknowledged.add(id.toString());
                return "200";
            }
            return status + " " + wire.body();
        }
    }

    private void report() {
        while (!over) {
            try (Wire wire = new Wire(console.port)) {
                boolean open = true;
                while (!over && open) {
                    open = report(wire);
                }
            } catch (IOException | InterruptedException e) {
                count("no answer", "");
                pause();
            }
        }
    }

    /** The console hangs up after an answer of 503. */
    private boolean report(Wire wire) throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        String json = reports.json(sent.incrementAndGet() % NODES, Instant.now(), id);
        int status = wire.post(json.getBytes(StandardCharsets.UTF_8), false);
        if (status == 200) {
            acknowledged.add(id.toString());
            count("200", "");
            Thread.sleep(10);
        } else {
            String retry = wire.retryAfter().isEmpty() ? "" : " with Retry-After " + wire.retryAfter();
            Matcher detail = DETAIL.matcher(wire.body());
            count(status + retry, status + ": " + (detail.find() ? detail.group(1) : "?"));
            Thread.sleep(100);
        }
        return status < 500;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(String answer, String why) {
        answers.merge(answer, 1, Integer::sum);
        refusal = why.isEmpty() ? refusal : why;
    }
}
