package io.dualsight.trend;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Starts as Prometheus sees them, as far as this console took them in: their Ready times by method, and attempts and
 * failures by component. Agents may name components as they like, so those that the contract does not name are one.
 */
final class StartCounters {

    private static final String OTHER = "other";
    private static final List<String> COMPONENTS = List.of(
            "rke2-server",
            "rke2-agent",
            "k3s",
            "kubelet",
            "containerd",
            "etcd",
            "kube-apiserver",
            "kube-controller-manager",
            "kube-scheduler",
            "kube-proxy",
            "calico-node",
            "calico-typha",
            "canal",
            "flannel",
            "cilium-agent",
            OTHER);

    private final MeterRegistry meters;

    /** All of them from the start, or a rate would miss the first. */
    StartCounters(MeterRegistry meters) {
        this.meters = meters;
        for (StartMethod method : StartMethod.values()) {
            ready(method);
        }
        COMPONENTS.forEach(each -> count(each, AttemptCounts.NONE));
    }

    /** Counts once the transaction is through. */
    TransactionSynchronization after(StartGain gain) {
        return new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(gain);
            }
        };
    }

    private void count(StartGain gain) {
        gain.samples().forEach(sample -> ready(sample.method()).record(sample.seconds()));
        for (Map.Entry<String, AttemptCounts> each : gain.attempts().entrySet()) {
            count(COMPONENTS.contains(each.getKey()) ? each.getKey() : OTHER, each.getValue());
        }
    }

    private DistributionSummary ready(StartMethod method) {
        return DistributionSummary.builder("dualsight.ready")
                .description("Time to Ready")
                .baseUnit("seconds")
                .tag("method", method.name())
                .register(meters);
    }

    private void count(String component, AttemptCounts more) {
        meters.counter("dualsight.start.attempts", "component", component)
                .increment((double) Math.max(0, more.successes() + more.failures()));
        meters.counter("dualsight.start.failures", "component", component)
                .increment((double) Math.max(0, more.failures()));
    }
}
