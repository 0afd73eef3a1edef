package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many agents in simulated time, with real spool files. */
class FleetTests {

    private static final long MINUTE = 60_000;
    private static final int AGENTS = 200;
    private static final long WINDOW = 10_000;

    @TempDir
    private Path folder;

    private long now = 1_000_000;
    private final SplittableRandom random = new SplittableRandom(42);
    private final Set<String> made = new HashSet<>();
    private final List<String> arrived = new ArrayList<>();
    private final TreeMap<Long, Integer> requests = new TreeMap<>();
    private Function<String, Delivery> console = this::take;

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

    private Delivery take(String id) {
        arrived.add(id);
        return new Delivery(Delivery.Fate.TAKEN, "taken", null);
    }

    private Rounds agent(int number, long bound) {
        return agent(new Spool(folder.resolve("agent-" + number), bound, quiet()));
    }

    private static Notices quiet() {
        return new Notices(new PrintStream(OutputStream.nullOutputStream()));
    }

    private Rounds agent(Spool spool) {
        Settings.Pace pace = new Settings.Pace(Duration.ofMillis(MINUTE), false, null, 0);
        Courier courier = new Courier(this::request, spool, ticks, random, quiet());
        return new Rounds(this::report, courier, spool, ticks, random, quiet(), pace);
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

    private Report report(int intervalSeconds, AgentFacts.Backlog backlog) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        made.add(id.toString());
        return new Report(
                new Origin(1, id, "c1", "n1", Instant.ofEpochMilli(now)),
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

    private void letPass(List<Rounds> agents, long millis) {
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

    private int peak(long from, long to) {
        return requests.subMap(from / WINDOW, to / WINDOW).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    @Test
    void losesNothingAndMakesNoCrowdWhenTheConsoleWasAwayForHalfAnHour() {
        List<Rounds> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            agents.add(agent(i, 1 << 20));
        }
        letPass(agents, 10 * MINUTE);
        double steady = AGENTS * WINDOW / (double) MINUTE;

        console = id -> Delivery.later("away");
        letPass(agents, 30 * MINUTE);
        console = this::take;
        long back = now;
        letPass(agents, 60 * MINUTE);

        assertThat(peak(back, now)).isLessThanOrEqualTo((int) (3 * steady));
        assertThat(new HashSet<>(arrived)).isEqualTo(made);
        assertThat(arrived).doesNotHaveDuplicates().hasSizeGreaterThan(AGENTS * 99);
    }

    @Test
    void spreadsAFleetThatWasStartedAtOnce() {
        List<Rounds> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            agents.add(agent(i, 1 << 20));
        }
        long start = now;
        letPass(agents, 5 * MINUTE);

        assertThat(requests.headMap((start + WINDOW) / WINDOW + 1).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isGreaterThanOrEqualTo(AGENTS);
        assertThat(peak(start + 2 * MINUTE, now)).isLessThanOrEqualTo(2 * AGENTS / 6);
    }

    @Test
    void goesOnWithWhatAKilledAgentLeftInItsSpool() {
        console = id -> Delivery.later("away");
        letPass(List.of(agent(0, 1 << 20)), 5 * MINUTE);
        console = this::take;
        letPass(List.of(agent(0, 1 << 20)), 15 * MINUTE);

        assertThat(new HashSet<>(arrived)).isEqualTo(made);
        assertThat(arrived).doesNotHaveDuplicates();
    }

    @Test
    void sendsTheNewestFirstWhenTheConsoleIsBack() {
        Rounds agent = agent(0, 1 << 20);
        console = id -> Delivery.later("away");
        List<String> order = new ArrayList<>();
        letPass(List.of(agent), 5 * MINUTE);
        Set<String> before = Set.copyOf(made);
        console = id -> {
            order.add(id);
            return take(id);
        };
        letPass(List.of(agent), 10 * MINUTE);

        assertThat(before).hasSizeGreaterThan(3);
        assertThat(order).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void sendsARefusedReportNeverAgain() {
        Rounds agent = agent(0, 1 << 20);
        List<String> refused = new ArrayList<>();
        console = id -> {
            refused.add(id);
            return new Delivery(Delivery.Fate.REFUSED, "HTTP 422", null);
        };
        letPass(List.of(agent), 10 * MINUTE);

        assertThat(refused).doesNotHaveDuplicates().hasSameElementsAs(made);
    }

    @Test
    void keepsReportsAndTriesSlowlyWhileItsTokenIsNotTaken() {
        Rounds agent = agent(0, 1 << 20);
        console = id -> new Delivery(Delivery.Fate.UNTRUSTED, "HTTP 401", null);
        letPass(List.of(agent), 60 * MINUTE);
        int tries = requests.values().stream().mapToInt(Integer::intValue).sum();
        console = this::take;
        letPass(List.of(agent), 120 * MINUTE);

        assertThat(tries).isBetween(10, 40);
        assertThat(new HashSet<>(arrived)).isEqualTo(made);
    }

    @Test
    void doesNotComeBackBeforeTheConsoleAskedItTo() {
        Rounds agent = agent(0, 1 << 20);
        console = id -> new Delivery(Delivery.Fate.LATER, "HTTP 503", 600L);
        letPass(List.of(agent), MINUTE);
        int before = requests.values().stream().mapToInt(Integer::intValue).sum();
        letPass(List.of(agent), 8 * MINUTE);

        assertThat(before).isEqualTo(1);
        assertThat(requests.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    void takesTheIntervalThatTheConsoleAsksFor() {
        Rounds agent = agent(0, 1 << 20);
        console = id -> {
            arrived.add(id);
            return new Delivery(Delivery.Fate.TAKEN, "taken", 300L);
        };
        letPass(List.of(agent), 61 * MINUTE);

        assertThat(arrived.size()).isBetween(12, 15);
    }

    @Test
    void survivesAReportThatCannotBeMade() {
        Spool spool = new Spool(null, 0, quiet());
        Settings.Pace pace = new Settings.Pace(Duration.ofMillis(MINUTE), true, null, 0);
        int[] tries = {0};
        Rounds rounds = new Rounds(
                (seconds, backlog) -> {
                    if (tries[0]++ < 3) {
                        throw new IllegalStateException("a bug");
                    }
                    return report(seconds, backlog);
                },
                new Courier(this::request, spool, ticks, random, quiet()),
                spool,
                ticks,
                random,
                quiet(),
                pace);
        letPass(List.of(rounds), 10 * MINUTE);

        assertThat(tries[0]).isGreaterThan(5);
        assertThat(arrived).isNotEmpty();
    }
}
