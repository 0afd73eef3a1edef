package io.dualsight.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartCountersTests {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final StartCounters counters = new StartCounters(meters);

    private double counted(String name, String component) {
        return meters.get(name).tag("component", component).counter().count();
    }

    private void count(List<StartGain.Sample> samples, Map<String, AttemptCounts> attempts) {
        counters.after(new StartGain(samples, attempts)).afterCommit();
    }

    @Test
    void countsAttemptsFailuresAndReadyTimes() {
        count(
                List.of(new StartGain.Sample(StartMethod.SERVICE_START_TO_READY, 101)),
                Map.of("calico-node", new AttemptCounts(2, 1, 5, 7)));
        assertThat(counted("dualsight.start.attempts", "calico-node")).isEqualTo(3);
        assertThat(counted("dualsight.start.failures", "calico-node")).isEqualTo(1);
        assertThat(meters.get("dualsight.ready")
                        .tag("method", "SERVICE_START_TO_READY")
                        .summary()
                        .totalAmount())
                .isEqualTo(101);
    }

    @Test
    void goesDownForNoCorrection() {
        count(List.of(), Map.of("etcd", new AttemptCounts(1, 0, 0, 0)));
        count(List.of(), Map.of("etcd", new AttemptCounts(-1, 1, 0, 0)));
        assertThat(counted("dualsight.start.attempts", "etcd")).isEqualTo(1);
        assertThat(counted("dualsight.start.failures", "etcd")).isEqualTo(1);
    }

    @Test
    void hasOneCounterForWhateverNamesAgentsMayInvent() {
        int before = meters.getMeters().size();
        count(List.of(), Map.of("invented", new AttemptCounts(1, 0, 0, 0), "another", new AttemptCounts(0, 1, 0, 0)));
        assertThat(counted("dualsight.start.attempts", "other")).isEqualTo(2);
        assertThat(meters.getMeters()).hasSize(before);
    }
}
