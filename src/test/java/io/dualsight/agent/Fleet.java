package io.dualsight.agent;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.NetworkFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.contract.RuntimeFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Many agents in simulated time, with real spool files, and the console that they report to. */
final class Fleet {

    static final long MINUTE = 60_000;
    static final long WINDOW = 10_000;

    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(42);
    private final TreeMap<Long, Integer> requests = new TreeMap<>();
    private final Set<String> made = new HashSet<>();
    private final List<String> arrived = new ArrayList<>();
    private final Ticks ticks = new Ticks() {
        @Override
        public long now() {
            return now;
        }

        @Override
        public void awaitUntil(long moment) {
            throw new AssertionError("simulated time does not wait");
        }
    };
    private long now = 1_000_000;
    private long clockAhead;
    private Function<String, Delivery> console = this::take;

    Fleet(Path folder) {
        this.folder = folder;
    }

    static Delivery taken() {
        return new Delivery(Delivery.Fate.TAKEN, "taken", null);
    }

    /** Takes a report, as a console does that is well. */
    Delivery take(String id) {
        arrived.add(id);
        return taken();
    }

    /** What the console does with the report of that id. */
    void console(Function<String, Delivery> console) {
        this.console = console;
    }

    /** Sets the wall clock of all nodes ahead of, or behind, the time that passes. */
    void setClock(long millisAhead) {
        clockAhead = millisAhead;
    }

    long now() {
        return now;
    }

    /** Ids of all reports that agents made. */
    Set<String> made() {
        return made;
    }

    /** Ids of the reports that the console took, in the order in which they came. */
    List<String> arrived() {
        return arrived;
    }

    int requests() {
        return requests.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** An agent with a spool of its own, which it finds as an earlier one of that number left it. */
    Rounds agent(int number, long bound) {
        return agent(new Spool(spool(number), bound, quiet()), this::report);
    }

    Path spool(int number) {
        return folder.resolve("agent-" + number);
    }

    List<Rounds> agents(int count, long bound) {
        List<Rounds> agents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            agents.add(agent(i, bound));
        }
        return agents;
    }

    static Notices quiet() {
        return new Notices(new PrintStream(OutputStream.nullOutputStream()));
    }

    Rounds agent(Spool spool, java.util.function.BiFunction<Integer, AgentFacts.Backlog, Report> collector) {
        Settings.Pace pace = new Settings.Pace(Duration.ofMillis(MINUTE), false, null, 0);
        Courier courier = new Courier(this::request, spool, ticks, random, quiet());
        return new Rounds(collector, courier, spool, ticks, random, quiet(), pace);
    }

    private Delivery request(byte[] body) {
        requests.merge(now / WINDOW, 1, Integer::sum);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            Map<?, ?> report = (Map<?, ?>) Json.read(in.readAllBytes());
            return console.apply(String.valueOf(report.get("reportId")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report with nothing in it. */
    Report report(int intervalSeconds, AgentFacts.Backlog backlog) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        made.add(id.toString());
        return new Report(
                new Origin(1, id, "c1", "n1", Instant.ofEpochMilli(now + clockAhead)),
                new AgentFacts(null, null, intervalSeconds, backlog, new AgentFacts.Usage(null, null), List.of()),
                new HostFacts(
                        null,
                        new HostFacts.OperatingSystem(null, null, null),
                        new HostFacts.Boot(null, null),
                        new HostFacts.Distribution(null, null),
                        List.of()),
                null,
                new NetworkFacts(null, null, null, null, null),
                null,
                new RuntimeFacts(null, null, List.of(), List.of(), null, List.of()));
    }

    void letPass(List<Rounds> agents, long millis) {
        long end = now + millis;
        while (true) {
            Rounds next =
                    agents.stream().min(Comparator.comparingLong(Rounds::due)).orElseThrow();
            if (next.due() > end) {
                now = end;
                return;
            }
            now = Math.max(now, next.due());
            next.act();
        }
    }

    /** The most requests that came within ten seconds. */
    int peak(long from, long to) {
        return requests.subMap(from / WINDOW, to / WINDOW).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    int requestsUntil(long moment) {
        return requests.headMap(moment / WINDOW + 1).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
