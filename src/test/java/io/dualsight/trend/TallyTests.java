package io.dualsight.trend;

import static io.dualsight.trend.SaidOfStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTests {

    private static final AttemptCounts SUCCESS = new AttemptCounts(1, 0, 0, 0);
    private static final AttemptCounts FAILURE = new AttemptCounts(0, 1, 0, 0);
    private static final AttemptCounts EXCLUDED = new AttemptCounts(0, 0, 1, 0);

    @ParameterizedTest
    @CsvSource({"300, 360, 1, 0", "300, 359, 0, 0", "301, 400, 0, 1"})
    void wantsReadinessInTimeAndAMinuteMore(long ready, long seen, long successes, long failures) {
        AttemptCounts counts = count(running(seen, 0, Map.of("ready", true, "readyAt", at(ready))));

        assertThat(counts).isEqualTo(new AttemptCounts(successes, failures, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"299, 0", "300, 1"})
    void callsAnAttemptFailedThatIsNotReadyInTime(long seen, long failures) {
        assertThat(count(running(seen, 0, Map.of("ready", false)))).isEqualTo(new AttemptCounts(0, failures, 0, 0));
    }

    @Test
    void takesWhatHasLongBeenReadyWhenItIsFirstSeenForASuccess() {
        assertThat(count(running(500_000, 0, Map.of("ready", true)))).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CrashLoopBackOff", "CreateContainerError", "RunContainerError"})
    void failsWhatKubeletBacksOffFrom(String reason) {
        assertThat(count(said(40, 0, "waiting", Map.of("reason", reason)))).isEqualTo(FAILURE);
    }

    @Test
    void waitsForAContainerThatIsBeingCreated() {
        assertThat(count(said(40, 0, "waiting", Map.of("reason", "ContainerCreating"))))
                .isEqualTo(AttemptCounts.NONE);
    }

    @Test
    void failsABadEndAndExcludesACleanOne() {
        assertThat(count(said(40, 0, "terminated", Map.of("exitCode", 137)))).isEqualTo(FAILURE);
        assertThat(count(said(40, 0, "terminated", Map.of("exitCode", 0)))).isEqualTo(EXCLUDED);
        assertThat(count(said(40, 0, "terminated", Map.of("exitCode", 143, "deleting", true))))
                .isEqualTo(EXCLUDED);
    }

    @Test
    void countsEachRestartBetweenTwoReportsAsAFailedAttempt() {
        AttemptCounts counts =
                count(running(70, 2, Map.of("ready", true, "readyAt", at(5))), running(130, 5, Map.of("ready", false)));

        assertThat(counts).isEqualTo(new AttemptCounts(1, 2, 0, 2));
    }

    @Test
    void failsARunThatGaveWayToTheNextBeforeItStayed() {
        assertThat(count(running(20, 0, Map.of("ready", true)), running(60, 1, Map.of("ready", false))))
                .isEqualTo(FAILURE);
    }

    @Test
    void believesTheLastEndWhereItWasClean() {
        AttemptCounts counts =
                count(running(20, 0, Map.of("ready", false)), running(60, 3, Map.of("ready", false, "exitCode", 0)));

        assertThat(counts).isEqualTo(new AttemptCounts(0, 2, 1, 0));
    }

    @Test
    void flagsRestartsFromBeforeTheFirstReport() {
        assertThat(count(running(100, 7, Map.of("ready", true, "readyAt", at(9)))))
                .isEqualTo(new AttemptCounts(1, 0, 0, 7));
    }

    @Test
    void doesNotDrownInACounterThatJumpsBeyondBelief() {
        AttemptCounts counts =
                count(running(20, 0, Map.of("ready", false)), running(60, 2_000_000_000, Map.of("ready", false)));

        assertThat(counts.failures()).isEqualTo(1001);
    }

    @Test
    void countsAUnitsInvocationsByTheirStarts() {
        Map<String, Object> first = unit("a", 10, false);
        Map<String, Object> second = unit("b", 40, true);

        assertThat(count(said(30, 0, "running", first), said(200, 3, "running", second)))
                .isEqualTo(new AttemptCounts(1, 3, 0, 0));
    }

    private static Map<String, Object> unit(String invocation, long started, boolean ready) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", "unit");
        facts.put("instance", "rke2-server/" + invocation);
        facts.put("startedAt", at(started));
        facts.put("ready", ready);
        facts.put("readyAt", at(started + 50));
        return facts;
    }

    private static SaidOfStart running(long seen, int restarts, Map<String, ?> facts) {
        Map<String, Object> more = new HashMap<>(facts);
        more.put("startedAt", at(0));
        return said(seen, restarts, "running", more);
    }

    private static SaidOfStart said(long seen, int restarts, String state, Map<String, ?> facts) {
        return SaidOfStart.by("edge-1").at(at(seen)).component("calico-node", restarts, state, facts);
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static AttemptCounts count(SaidOfStart... said) {
        Map<LifeKey, SortedMap<Long, Run>> lives = new HashMap<>();
        Arrays.stream(said)
                .forEach(each -> Reading.of(each.facts(), reason -> {})
                        .runs()
                        .forEach((key, run) -> lives.computeIfAbsent(key.life(), life -> new TreeMap<>())
                                .merge(key.ordinal(), run, Run::join)));
        Map<AttemptSlot, AttemptCounts> counts = new HashMap<>();
        lives.forEach((life, runs) -> Tally.add(life, runs, counts));
        return counts.values().stream().reduce(AttemptCounts.NONE, AttemptCounts::plus);
    }
}
