package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.ConnectivityCheck;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.LogLine;
import io.dualsight.contract.RuntimeFacts;
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

    RuntimeProbe(HostFiles files, Programs programs, Memory memory, Map<String, String> environment, Clock clock) {
        this.files = files;
        this.environment = environment;
        this.memory = memory;
        this.service = new ServiceProbe(files, programs);
        this.components = new ComponentsProbe(files, files.live() ? new Endpoints()::ask : target -> List.of());
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
        all.addAll(components.read(containers, host.roles()));
        boolean hasCalico =
                containers.stream().anyMatch(each -> each.component().equals("calico-node"));
        List<ConnectivityCheck> checks = files.live() ? new ConnectivityProbe().read(config) : List.of();
        List<LogLine> lines = logs.read(
                containers,
                distribution,
                started == null ? null : started.startup().serviceUnit(),
                gaps);
        gaps.attempt("logLines", () -> {
            memory.save();
            return null;
        });
        return new RuntimeFacts(
                hasCalico ? gaps.attempt("calico", calico::read) : null,
                started == null ? null : started.startup(),
                all,
                checks,
                null,
                lines);
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
            return found == null ? null : new NodeProbe(found).read(name);
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
