package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.detect.ClusterSettings;
import io.dualsight.rule.FleetView;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettledTests {

    private static final Instant START = Said.START;
    private static final Duration QUIET = Duration.ofHours(1);
    private static final FleetView OTHER = new FleetView(ClusterSettings.UNKNOWN, Map.of(), true, null);

    private final AtomicInteger judgings = new AtomicInteger();
    private final AtomicInteger gatherings = new AtomicInteger();
    private String ground = "one";
    private boolean contested;
    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(TestDatabase.H2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void judgesANodeThatSaysTheSameTwiceAndThenOnceInAnHour() {
        settle();
        for (int minute = 8; minute <= 24 * 60 + 2; minute += 6) {
            take(at(minute), FleetView.NONE);
        }
        assertThat(judgings).hasValue(2 + 24);
    }

    @Test
    void judgesANodeInTheSecondWhenItsHourBegins() {
        settle();
        long turn = turn(START);
        Instant next = START;
        while (turn(next) == turn) {
            next = next.plusSeconds(1);
        }
        take(Said.by("n1").at(next.minusMillis(1)), FleetView.NONE);
        assertThat(judgings).hasValue(2);
        take(Said.by("n1").at(next), FleetView.NONE);
        assertThat(judgings).hasValue(3);
        take(Said.by("n1").at(next.plusSeconds(3599)), FleetView.NONE);
        assertThat(judgings).hasValue(3);
        take(Said.by("n1").at(next.plusSeconds(3600)), FleetView.NONE);
        assertThat(judgings).hasValue(4);
        assertThat(store.count("report")).isEqualTo(7);
        assertThat(store.node("n1").seen().collectedAt()).isEqualTo(next.plusSeconds(3600));
    }

    @Test
    void givesEachNodeOfAFleetASecondOfItsOwn() {
        Instant later = START.plusSeconds(60);
        long inAMinute = IntStream.range(0, 6000)
                .mapToObj(number -> new NodeKey("edge", "node-" + number))
                .filter(node -> Settled.turn(node, START) != Settled.turn(node, later))
                .count();
        assertThat(inAMinute).isBetween(80L, 120L);
    }

    @Test
    void isQuietOnceNoLimitCanBeReachedAnyMore() {
        assertThat(Settled.quiet(Duration.ofMinutes(59))).isEqualTo(Duration.ofHours(1));
        assertThat(Settled.quiet(Duration.ofMinutes(60))).isEqualTo(Duration.ofMinutes(61));
        assertThat(new RuleBook(Thresholds.DEFAULT).longestLimit()).isEqualTo(Duration.ofMinutes(10));
        Thresholds patient = new Thresholds(
                3,
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofHours(7),
                Duration.ofSeconds(300),
                List.of());
        assertThat(new RuleBook(patient).longestLimit()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void judgesWhatIsSaidAnewAndWhatReturns() {
        settle();
        take(at(3).nodeIp("192.0.2.1"), FleetView.NONE);
        assertThat(judgings).hasValue(3);
        take(at(4), FleetView.NONE);
        assertThat(judgings).hasValue(4);
    }

    @Test
    void judgesWhereTheRestOfTheFleetHasChanged() {
        settle();
        ground = "two";
        take(at(3), OTHER);
        assertThat(judgings).hasValue(3);
    }

    @Test
    void gathersNoEvidenceAgainAsLongAsItsGroundIsTheSame() {
        settle();
        assertThat(gatherings)
                .as("twice for want of trust, once more to know the ground")
                .hasValue(2);
        take(at(3), FleetView.NONE);
        assertThat(gatherings).hasValue(2);
        ground = "two";
        take(at(4), FleetView.NONE);
        assertThat(gatherings)
                .as("the ground has changed, what was made of it has not")
                .hasValue(3);
        take(at(5), FleetView.NONE);
        assertThat(gatherings).hasValue(3);
        assertThat(judgings).hasValue(2);
        ground = "three";
        take(at(6), OTHER);
        assertThat(judgings).hasValue(3);
    }

    @Test
    void gathersEvidenceEachTimeWhereItsGroundSaysTooLittle() {
        contested = true;
        settle();
        take(at(3), FleetView.NONE);
        take(at(4), OTHER);
        assertThat(gatherings).hasValue(5);
        assertThat(judgings).hasValue(3);
    }

    @Test
    void judgesWhereTheJudgementChangesWithTime() {
        take(at(0), FleetView.NONE);
        take(at(1).finding("CNI_NOT_READY", Severity.INFO), FleetView.NONE);
        take(at(2).finding("CNI_NOT_READY", Severity.ERROR), FleetView.NONE);
        take(at(3).finding("CNI_NOT_READY", Severity.ERROR), FleetView.NONE);
        assertThat(judgings).hasValue(4);
        take(at(4).finding("CNI_NOT_READY", Severity.ERROR), FleetView.NONE);
        assertThat(judgings).hasValue(4);
        assertThat(store.node("n1").judged().rules()).containsExactly("CNI_NOT_READY");
    }

    @Test
    void judgesForAnHourWhatHasJustHappened() {
        String young = START.plusSeconds(60).minus(QUIET).toString();
        String old = START.plusSeconds(60).minus(QUIET).minusSeconds(1).toString();
        take(at(0).version(young), FleetView.NONE);
        take(at(1).version(young), FleetView.NONE);
        take(at(2).version(young), FleetView.NONE);
        assertThat(judgings).as("quiet only at the third").hasValue(3);
        take(at(3).version(young), FleetView.NONE);
        assertThat(judgings).hasValue(3);

        take(at(4).version(old), FleetView.NONE);
        take(at(5).version(old), FleetView.NONE);
        take(at(6).version(old), FleetView.NONE);
        assertThat(judgings).hasValue(5);
    }

    @Test
    void makesTheJudgementForWhoeverAsksAllTheSame() {
        settle();
        JudgedReport judged = judged(at(3).report(), FleetView.NONE);
        assertThat(judged.settled()).isTrue();
        assertThat(judgings).hasValue(2);
        assertThat(judged.judgement().findings()).isEmpty();
        assertThat(judged.judgement()).isSameAs(judged.judgement());
        assertThat(judgings).hasValue(3);
    }

    /** Another node state than the one that was looked at: the report's own status is written. */
    @Test
    void writesTheStatusOfItsFactsWhereAnotherReportCameInBetween() {
        settle();
        Report report = at(4).report();
        JudgedReport judged = judged(report, FleetView.NONE);
        take(at(3).nodeIp("192.0.2.1"), FleetView.NONE);
        assertThat(store.node("n1").nodeIp().configured()).containsExactly("192.0.2.1");
        store.take(List.of(judged));
        assertThat(judged.report()).isEqualTo(report);
        assertThat(store.node("n1").nodeIp().configured()).containsExactly("2001:db8:1::10");
        assertThat(store.statuses.judgement("edge", "n1")).isPresent();
    }

    private void settle() {
        take(at(0), FleetView.NONE);
        take(at(1), FleetView.NONE);
        take(at(2), FleetView.NONE);
        assertThat(judgings).hasValue(2);
    }

    private static long turn(Instant moment) {
        return Settled.turn(new NodeKey("edge", "n1"), moment);
    }

    private static Said at(int minute) {
        return Said.by("n1").at(START.plus(Duration.ofMinutes(minute)));
    }

    private void take(Said said, FleetView fleet) {
        Report report = said.report();
        assertThat(store.take(List.of(judged(said, report, fleet)))).containsExactly(Outcome.STORED);
    }

    private JudgedReport judged(Report report, FleetView fleet) {
        return judged(Said.by("n1"), report, fleet);
    }

    private JudgedReport judged(Said said, Report report, FleetView fleet) {
        Sent sent = Sent.of(report);
        return store.reports.judged(sent, report.origin().collectedAt(), new Counted(said, fleet));
    }

    /** Counts what is asked of it. */
    private final class Counted implements Assessor {

        private final Said said;
        private final FleetView fleet;

        Counted(Said said, FleetView fleet) {
            this.said = said;
            this.fleet = fleet;
        }

        @Override
        public Object ground(Origin origin) {
            return ground;
        }

        @Override
        public Evidence evidence(Sent sent) {
            gatherings.incrementAndGet();
            return new Evidence(sent.whole(), sent, fleet, contested ? null : ground);
        }

        @Override
        public Judgement judge(Evidence evidence) {
            judgings.incrementAndGet();
            return said.judgement();
        }
    }
}
