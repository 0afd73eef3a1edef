package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.LogLine;
import io.dualsight.contract.RuntimeFacts;
import io.dualsight.contract.StartupFacts;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs on a Kubernetes node: its service, its components, their logs, and what the API says of the node. */
final class RuntimeProbe {

    private final HostFiles files;
    private final Map<String, String> environment;
    private final Memory memory;
    private final ServiceProbe service;
    private final ComponentsProbe components;
    private final CalicoProbe calico;
    private final LogsProbe logs;
    private final KubeletMetrics metrics;
    private final ConnectivityProbe connectivity;
    private @Nullable NodeProbe node;

    RuntimeProbe(HostFiles files, Programs programs, Memory memory, Map<String, String> environment, Clock clock) {
        this.files = files;
        this.environment = environment;
        this.memory = memory;
        this.service = new ServiceProbe(files, programs);
        this.components = new ComponentsProbe(
                files, new ContainerStates(files, programs), files.live() ? new Endpoints()::ask : target -> List.of());
        this.metrics = new KubeletMetrics(files, memory, environment, clock);
        this.connectivity = new ConnectivityProbe(new ClusterServices(files, environment));
        this.calico = new CalicoProbe(files);
        this.logs = new LogsProbe(files, programs, memory, clock);
    }

    /** Reads it all. */
    RuntimeFacts read(Distribution distribution, HostFacts host, @Nullable ConfigFacts config, Gaps gaps) {
        ServiceProbe.Service started = gaps.attempt("startup", () -> service.read(distribution.units()));
        List<PodLogs.Container> containers = orEmpty(gaps.attempt("components", new PodLogs(files)::read));
        List<ComponentFacts> all = new ArrayList<>();
        if (started != null) {
            all.add(started.component());
        }
        all.addAll(orEmpty(gaps.attempt("components", () -> components.read(containers, distribution, host.roles()))));
        boolean hasCalico =
                containers.stream().anyMatch(each -> each.component().equals("calico-node"));
        List<LogLine> lines = logs.read(
                containers,
                distribution,
                started == null ? null : started.startup().serviceUnit(),
                gaps);
        StartupFacts startup = started == null ? null : measured(distribution, started.startup());
        gaps.attempt("memory", () -> {
            memory.save();
            return null;
        });
        return new RuntimeFacts(
                hasCalico ? gaps.attempt("calico", calico::read) : null,
                startup,
                all,
                files.live() ? connectivity.read(config) : List.of(),
                null,
                lines);
    }

    private StartupFacts measured(Distribution distribution, StartupFacts startup) {
        return new StartupFacts(
                startup.serviceUnit(),
                startup.serviceStartedAt(),
                startup.invocationId(),
                files.live() ? metrics.read(distribution, startup) : startup.kubeletMetrics());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** The Node object; {@code null} where nobody here may read it, which the console's own watch makes up for. */
    @Nullable
    KubernetesFacts node(Distribution distribution, String name, Gaps gaps) {
        if (!files.live()) {
            return null;
        }
        return gaps.attempt("kubernetes", () -> {
            Credentials found = credentials(distribution);
            if (found == null) {
                return null;
            }
            node = node != null && node.asksBy(found) ? node : new NodeProbe(found);
            return node.read(name);
        });
    }

    private @Nullable Credentials credentials(Distribution distribution) throws IOException {
        Credentials pod = Credentials.ofPod(environment);
        String kubeconfig = distribution.kubeconfig();
        if (pod != null || !files.exists(kubeconfig)) {
            return pod;
        }
        return Credentials.ofKubeconfig(files, kubeconfig);
    }
}
