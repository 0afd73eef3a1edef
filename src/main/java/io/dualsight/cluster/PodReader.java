package io.dualsight.cluster;

import io.dualsight.contract.ComponentFacts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes out of a Pod its containers that are a node's components, under the names and instances that agents give them. */
final class PodReader {

    private PodReader() {}

    /**
     * A Pod.
     *
     * @param node that it runs on
     * @param components those of its containers
     * @param network what a server's command line says of the cluster's network
     */
    record Part(String node, List<ComponentFacts> components, Network network) {}

    /**
     * Prefixes as a server's command line has them.
     *
     * @param podCidrs of {@code --cluster-cidr}
     * @param serviceCidrs of {@code --service-cluster-ip-range}
     */
    record Network(List<String> podCidrs, List<String> serviceCidrs) {

        static final Network UNSAID = new Network(List.of(), List.of());
    }

    /** Empty where the Pod runs on no node yet, or is none of those that are looked for. */
    static Optional<Part> read(Pod pod) {
        String node = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
        if (node == null || pod.getStatus() == null) {
            return Optional.empty();
        }
        List<ComponentFacts> components = new ArrayList<>();
        for (ContainerStatus each : pod.getStatus().getContainerStatuses()) {
            String name = ComponentFacts.OF_CONTAINERS.get(each.getName());
            if (name != null) {
                // Canal runs calico-node for policy alone: it looks for no address
                boolean canal = name.equals("calico-node")
                        && pod.getMetadata().getName().contains("canal");
                components.add(component(pod, canal ? "canal" : name, each));
            }
        }
        return components.isEmpty() ? Optional.empty() : Optional.of(new Part(node, components, network(pod)));
    }

    private static ComponentFacts component(Pod pod, String name, ContainerStatus container) {
        ContainerState state = container.getState() == null ? new ContainerState() : container.getState();
        return new ComponentFacts(
                name,
                pod.getMetadata().getUid() + "/" + container.getName(),
                "container",
                status(container, state),
                new ComponentFacts.Times(startedAt(state), container.getReady(), null),
                pod.getMetadata().getDeletionTimestamp() != null,
                List.of());
    }

    private static ComponentFacts.Status status(ContainerStatus container, ContainerState state) {
        ContainerStateTerminated ended = state.getTerminated();
        if (ended == null && container.getLastState() != null) {
            ended = container.getLastState().getTerminated();
        }
        return new ComponentFacts.Status(
                word(state), reason(state), ended == null ? null : ended.getExitCode(), container.getRestartCount());
    }

    private static String word(ContainerState state) {
        if (state.getRunning() != null) {
            return "running";
        }
        if (state.getTerminated() != null) {
            return "terminated";
        }
        return state.getWaiting() != null ? "waiting" : "unknown";
    }

    private static @Nullable String reason(ContainerState state) {
        if (state.getWaiting() != null) {
            return WireText.of(state.getWaiting().getReason());
        }
        return state.getTerminated() == null
                ? null
                : WireText.of(state.getTerminated().getReason());
    }

    private static @Nullable Instant startedAt(ContainerState state) {
        if (state.getRunning() != null) {
            return WireText.time(state.getRunning().getStartedAt());
        }
        return state.getTerminated() == null
                ? null
                : WireText.time(state.getTerminated().getStartedAt());
    }

    private static Network network(Pod pod) {
        List<String> podCidrs = new ArrayList<>();
        List<String> serviceCidrs = new ArrayList<>();
        for (Container container : pod.getSpec().getContainers()) {
            Stream.concat(container.getCommand().stream(), container.getArgs().stream())
                    .forEach(word -> {
                        values(word, "--cluster-cidr=", podCidrs);
                        values(word, "--service-cluster-ip-range=", serviceCidrs);
                    });
        }
        return podCidrs.isEmpty() && serviceCidrs.isEmpty() ? Network.UNSAID : new Network(podCidrs, serviceCidrs);
    }

    private static void values(String word, String flag, List<String> values) {
        if (word.startsWith(flag)) {
            values.addAll(List.of(word.substring(flag.length()).split(",")));
        }
    }
}
