package io.dualsight.trend;

import static io.dualsight.trend.SaidOfStart.START;
import static io.dualsight.trend.StartMethod.JOIN_TO_READY;
import static io.dualsight.trend.StartMethod.KUBELET_METRIC;
import static io.dualsight.trend.StartMethod.REBOOT_TO_READY;
import static io.dualsight.trend.StartMethod.SERVICE_START_TO_READY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartReadingTests {

    private final List<String> dropped = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 0, , 1",
        "101, 101, , 1",
        "600, 600, , 1",
        "601, 601, , 0",
        "86400, 86400, , 0",
        "86401, , TOO_LONG, 0",
        "-1, , RESTART_NO_TRANSITION, 1"
    })
    void measureFromTheServicesStartToReady(long seconds, Double sample, String reason, int outcome) {
        Instant ready = START.plusSeconds(seconds);
        Start start = only(
                SERVICE_START_TO_READY,
                said().at(START.plusSeconds(90_000)).started(START).ready(true, ready));

        assertThat(start.seconds(SERVICE_START_TO_READY)).isEqualTo(sample);
        assertThat(start.reason(SERVICE_START_TO_READY)).isEqualTo(reason == null ? null : NoSample.valueOf(reason));
        assertThat(start.outcome(SERVICE_START_TO_READY).code()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"599, NOT_READY, -1", "600, NOT_READY_BY_DEADLINE, 0"})
    void callANodeFailedThatIsNotReadyByTheDeadline(long seconds, NoSample reason, int outcome) {
        Start start = only(
                SERVICE_START_TO_READY,
                said().at(START.plusSeconds(seconds)).started(START).ready(false, START));

        assertThat(start.reason(SERVICE_START_TO_READY)).isEqualTo(reason);
        assertThat(start.outcome(SERVICE_START_TO_READY).code()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void dropAReadyThatLiesAheadOfTheNodesClock(long ahead, boolean sampled) {
        Start start =
                only(SERVICE_START_TO_READY, said().at(START).started(START).ready(true, START.plusSeconds(ahead)));

        assertThat(start.seconds(SERVICE_START_TO_READY) != null).isEqualTo(sampled);
        assertThat(dropped).isEqualTo(sampled ? List.of() : List.of("READY_IN_FUTURE"));
    }

    @Test
    void dropAStartThatLiesAheadOfTheNodesClock() {
        Map<StartKey, Start> starts =
                read(said().at(START).started(START.plusSeconds(6)).ready(true, START.minusSeconds(60)));

        assertThat(starts).isEmpty();
        assertThat(dropped).containsExactly("START_IN_FUTURE");
    }

    @Test
    void doNotTakeALaterFlapForTheEndOfARestart() {
        Map<StartKey, Start> starts =
                read(said().at(START.plusSeconds(60)).started(START).ready(true, START.minusSeconds(9)));
        join(starts, said().at(START.plusSeconds(9000)).started(START).ready(true, START.plusSeconds(8000)));

        assertThat(only(SERVICE_START_TO_READY, starts).seconds(SERVICE_START_TO_READY))
                .isNull();
        assertThat(only(SERVICE_START_TO_READY, starts).reason(SERVICE_START_TO_READY))
                .isEqualTo(NoSample.RESTART_NO_TRANSITION);
    }

    @Test
    void waitAMinuteBeforeARestartCountsAsOneWithoutATransition() {
        Map<StartKey, Start> starts =
                read(said().at(START.plusSeconds(59)).started(START).ready(true, START.minusSeconds(9)));
        join(starts, said().at(START.plusSeconds(120)).started(START).ready(true, START.plusSeconds(80)));

        assertThat(only(SERVICE_START_TO_READY, starts).seconds(SERVICE_START_TO_READY))
                .isEqualTo(80);
    }

    @Test
    void keepTheFirstReadyOfAStart() {
        Map<StartKey, Start> starts =
                read(said().at(START.plusSeconds(900)).started(START).ready(true, START.plusSeconds(800)));
        join(starts, said().at(START.plusSeconds(100)).started(START).ready(true, START.plusSeconds(70)));

        assertThat(only(SERVICE_START_TO_READY, starts).seconds(SERVICE_START_TO_READY))
                .isEqualTo(70);
    }

    @Test
    void wantEveryRequiredComponentUpBeforeANodesStartHasSucceeded() {
        SaidOfStart broken = said().at(START.plusSeconds(600)).started(START).ready(true, START.plusSeconds(50));
        broken.component("calico-node", 3, "waiting", Map.of("reason", "CrashLoopBackOff"));

        assertThat(only(SERVICE_START_TO_READY, broken).outcome(SERVICE_START_TO_READY))
                .isEqualTo(AttemptOutcome.FAILURE);
    }

    @Test
    void tellKindsApart() {
        Instant ready = START.plusSeconds(40);
        SaidOfStart restart = said().started(START).ready(true, ready).at(ready);

        assertThat(only(SERVICE_START_TO_READY, restart).kind()).isEqualTo(StartKind.SERVICE_RESTART);
        restart.booted(START.minusSeconds(299));
        assertThat(only(SERVICE_START_TO_READY, restart).kind()).isEqualTo(StartKind.REBOOT);
        restart.booted(START.minusSeconds(301));
        assertThat(only(SERVICE_START_TO_READY, restart).kind()).isEqualTo(StartKind.SERVICE_RESTART);
        restart.created(START);
        assertThat(only(SERVICE_START_TO_READY, restart).kind()).isEqualTo(StartKind.COLD_JOIN);
    }

    @Test
    void measureEachMethodOnItsOwn() {
        SaidOfStart said = said().at(START.plusSeconds(70))
                .booted(START.minusSeconds(30))
                .started(START)
                .created(START.plusSeconds(10))
                .ready(true, START.plusSeconds(60))
                .gauge(91.25);

        assertThat(only(SERVICE_START_TO_READY, said).seconds(SERVICE_START_TO_READY))
                .isEqualTo(60);
        assertThat(only(JOIN_TO_READY, said).seconds(JOIN_TO_READY)).isEqualTo(50);
        assertThat(only(REBOOT_TO_READY, said).seconds(REBOOT_TO_READY)).isEqualTo(90);
        assertThat(only(KUBELET_METRIC, said).seconds(KUBELET_METRIC)).isEqualTo(91.25);
        assertThat(read(said.gauge(0))).hasSize(3);
    }

    private static SaidOfStart said() {
        return SaidOfStart.by("edge-1");
    }

    private Map<StartKey, Start> read(SaidOfStart said) {
        return new HashMap<>(Reading.of(said.facts(), dropped::add).starts());
    }

    private void join(Map<StartKey, Start> starts, SaidOfStart said) {
        read(said).forEach((key, start) -> starts.merge(key, start, Start::join));
    }

    private Start only(StartMethod method, SaidOfStart said) {
        return only(method, read(said));
    }

    private static Start only(StartMethod method, Map<StartKey, Start> starts) {
        List<Start> found = starts.entrySet().stream()
                .filter(each -> each.getKey().method() == method)
                .map(Map.Entry::getValue)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
