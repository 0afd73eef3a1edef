package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The components of a Kubernetes node: their containers by the log folders, their health by their endpoints. */
final class ComponentsProbe {

    private final HostFiles files;
    private final ContainerStates states;
    private final Function<Endpoints.Target, List<ComponentFacts.Endpoint>> endpoints;

    /**
     * A probe of these files.
     *
     * @param states of containers
     * @param endpoints asks one; an empty list says that nothing was asked
     */
    ComponentsProbe(
            HostFiles files,
            ContainerStates states,
            Function<Endpoints.Target, List<ComponentFacts.Endpoint>> endpoints) {
        this.files = files;
        this.states = states;
        this.endpoints = endpoints;
    }

    /**
     * Reads them.
     *
     * @param containers that are known
     * @param roles of the node
     */
    List<ComponentFacts> read(List<PodLogs.Container> containers, Distribution distribution, List<String> roles)
            throws IOException {
        List<ContainerStates.State> now = states.of(containers, distribution);
        List<ComponentFacts> all = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            all.add(container(containers.get(i), now.get(i)));
        }
        for (Endpoints.Target target : targets(containers, roles)) {
            HealthAnswers.attach(all, target, endpoints.apply(target));
        }
        return all;
    }

    private static List<Endpoints.Target> targets(List<PodLogs.Container> containers, List<String> roles) {
        List<Endpoints.Target> targets = new ArrayList<>(List.of(Endpoints.KUBELET, Endpoints.KUBE_PROXY));
        if (runs(containers, "calico-node") || runs(containers, "canal")) {
            targets.add(Endpoints.FELIX);
        }
        if (runs(containers, "calico-typha")) {
            targets.add(Endpoints.TYPHA);
        }
        if (runs(containers, "cilium-agent")) {
            targets.add(Endpoints.CILIUM);
        }
        if (roles.contains("etcd")) {
            targets.add(Endpoints.ETCD);
        }
        if (roles.contains("server")) {
            targets.addAll(Endpoints.CONTROL_PLANE);
        }
        return targets;
    }

    private static boolean runs(List<PodLogs.Container> containers, String component) {
        return containers.stream().anyMatch(each -> each.component().equals(component));
    }

    private ComponentFacts container(PodLogs.Container container, ContainerStates.State now) {
        Instant firstLine = container.whole() ? firstLine(container.log()) : null;
        return new ComponentFacts(
                container.component(),
                container.instance(),
                "container",
                new ComponentFacts.Status(now.state(), now.reason(), now.exitCode(), container.restarts()),
                new ComponentFacts.Times(firstLine == null ? now.startedAt() : firstLine, null, null),
                false,
                List.of());
    }

    /** When the container wrote its first line, which is as good as when it started. */
    private @Nullable Instant firstLine(String log) {
        try {
            String line = files.firstLine(log);
            return Instant.parse(line.substring(0, Math.max(0, line.indexOf(' '))));
        } catch (IOException | DateTimeException e) {
            // no line yet, or not in the format of the container runtimes
            return null;
        }
    }
}
