package io.dualsight.agent;

import static io.dualsight.agent.Fleet.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTests {

    private static final int AGENTS = 200;
    private static final int FEW = 20;
    private static final long ROOM = 1 << 20;

    @TempDir
    private Path folder;

    private Fleet fleet;

    @BeforeEach
    void start() {
        fleet = new Fleet(folder);
    }

    private static Delivery away(String id) {
        return Delivery.later("away");
    }

    private long spooled(int number) throws IOException {
        if (!Files.exists(fleet.spool(number))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(fleet.spool(number))) {
            return files.mapToLong(each -> each.toFile().length()).sum();
        }
    }

    @Test
    void losesNothingAndMakesNoCrowdWhenTheConsoleWasAwayForHalfAnHour() throws IOException {
        List<Rounds> agents = fleet.agents(AGENTS, ROOM);
        fleet.letPass(agents, 10 * MINUTE);
        double steady = AGENTS * Fleet.WINDOW / (double) MINUTE;
        fleet.console(FleetTests::away);
        fleet.letPass(agents, 30 * MINUTE);
        for (int i = 0; i < AGENTS; i++) {
            assertThat(spooled(i)).isBetween(1L, ROOM);
        }
        fleet.console(fleet::take);
        long back = fleet.now();
        fleet.letPass(agents, 60 * MINUTE);

        assertThat(fleet.peak(back, fleet.now())).isLessThanOrEqualTo((int) (3 * steady));
        assertThat(new HashSet<>(fleet.arrived())).isEqualTo(fleet.made());
        assertThat(fleet.arrived()).doesNotHaveDuplicates().hasSizeGreaterThan(AGENTS * 99);
    }

    @Test
    void losesNothingWhereEveryThirdAgentIsKilledWhileTheConsoleIsAway() {
        List<Rounds> agents = new ArrayList<>(fleet.agents(AGENTS, ROOM));
        fleet.console(FleetTests::away);
        fleet.letPass(agents, 15 * MINUTE);
        for (int i = 0; i < AGENTS; i += 3) {
            // what was in the process is gone; what was in the spool is not
            agents.set(i, fleet.agent(i, ROOM));
        }
        fleet.letPass(agents, 15 * MINUTE);
        fleet.console(fleet::take);
        fleet.letPass(agents, 60 * MINUTE);

        assertThat(new HashSet<>(fleet.arrived())).isEqualTo(fleet.made());
        assertThat(fleet.arrived()).doesNotHaveDuplicates();
    }

    @Test
    void keepsEverySpoolWithinItsBoundHoweverLongTheConsoleIsAway() throws IOException {
        long bound = 3_000;
        List<Rounds> agents = fleet.agents(FEW, bound);
        fleet.console(FleetTests::away);
        fleet.letPass(agents, 120 * MINUTE);

        for (int i = 0; i < FEW; i++) {
            assertThat(spooled(i)).isBetween(bound / 2, bound);
        }
        fleet.console(fleet::take);
        fleet.letPass(agents, 60 * MINUTE);
        assertThat(fleet.arrived()).doesNotHaveDuplicates().hasSizeGreaterThan(FEW * 60);
    }

    @Test
    void spreadsAFleetThatWasStartedAtOnce() {
        List<Rounds> agents = fleet.agents(AGENTS, ROOM);
        long start = fleet.now();
        fleet.letPass(agents, 5 * MINUTE);

        assertThat(fleet.requestsUntil(start + Fleet.WINDOW)).isGreaterThanOrEqualTo(AGENTS);
        assertThat(fleet.peak(start + 2 * MINUTE, fleet.now())).isLessThanOrEqualTo(2 * AGENTS / 6);
    }

    @Test
    void sendsTheNewestFirstWhenTheConsoleIsBack() {
        List<Rounds> agent = List.of(fleet.agent(0, ROOM));
        fleet.console(FleetTests::away);
        fleet.letPass(agent, 5 * MINUTE);
        Set<String> before = Set.copyOf(fleet.made());
        fleet.console(fleet::take);
        fleet.letPass(agent, 10 * MINUTE);

        assertThat(before).hasSizeGreaterThan(3);
        assertThat(fleet.arrived()).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void sendsARefusedReportNeverAgain() {
        List<String> refused = new ArrayList<>();
        fleet.console(id -> {
            refused.add(id);
            return new Delivery(Delivery.Fate.REFUSED, "HTTP 422", null);
        });
        fleet.letPass(List.of(fleet.agent(0, ROOM)), 10 * MINUTE);

        assertThat(refused).doesNotHaveDuplicates().hasSameElementsAs(fleet.made());
    }

    @Test
    void keepsReportsAndTriesSlowlyWhileItsTokenIsNotTaken() {
        List<Rounds> agent = List.of(fleet.agent(0, ROOM));
        fleet.console(id -> new Delivery(Delivery.Fate.UNTRUSTED, "HTTP 401", null));
        fleet.letPass(agent, 60 * MINUTE);
        int tries = fleet.requests();
        fleet.console(fleet::take);
        fleet.letPass(agent, 120 * MINUTE);

        assertThat(tries).isBetween(10, 40);
        assertThat(new HashSet<>(fleet.arrived())).isEqualTo(fleet.made());
    }

    @Test
    void doesNotComeBackBeforeTheConsoleAskedItTo() {
        List<Rounds> agent = List.of(fleet.agent(0, ROOM));
        fleet.console(id -> new Delivery(Delivery.Fate.LATER, "HTTP 503", 600L));
        fleet.letPass(agent, MINUTE);
        assertThat(fleet.requests()).isEqualTo(1);
        fleet.letPass(agent, 8 * MINUTE);

        assertThat(fleet.requests()).isEqualTo(1);
    }

    @Test
    void takesTheIntervalThatTheConsoleAsksFor() {
        fleet.console(id -> {
            fleet.take(id);
            return new Delivery(Delivery.Fate.TAKEN, "taken", 300L);
        });
        fleet.letPass(List.of(fleet.agent(0, ROOM)), 61 * MINUTE);

        assertThat(fleet.arrived().size()).isBetween(12, 15);
    }

    @Test
    void keepsItsPaceAndLosesNothingWhereTheClockIsSetBackAndForth() {
        List<Rounds> agents = fleet.agents(10, ROOM);
        fleet.letPass(agents, 10 * MINUTE);
        for (long ahead : List.of(-1440 * MINUTE, 1440 * MINUTE, 0L)) {
            fleet.setClock(ahead);
            fleet.console(FleetTests::away);
            fleet.letPass(agents, 10 * MINUTE);
            fleet.console(fleet::take);
            fleet.letPass(agents, 20 * MINUTE);
        }
        fleet.letPass(agents, 10 * MINUTE);

        assertThat(new HashSet<>(fleet.arrived())).isEqualTo(fleet.made());
        assertThat(fleet.arrived()).doesNotHaveDuplicates();
        assertThat(fleet.made().size()).isBetween(10 * 107, 10 * 113);
    }

    @Test
    void survivesAReportThatCannotBeMade() {
        int[] tries = {0};
        Rounds rounds = fleet.agent(new Spool(null, 0, Fleet.quiet()), (seconds, backlog) -> {
            if (tries[0]++ < 3) {
                throw new IllegalStateException("a bug");
            }
            return fleet.report(seconds, backlog);
        });
        fleet.letPass(List.of(rounds), 10 * MINUTE);

        assertThat(tries[0]).isGreaterThan(5);
        assertThat(fleet.arrived()).isNotEmpty();
    }
}
