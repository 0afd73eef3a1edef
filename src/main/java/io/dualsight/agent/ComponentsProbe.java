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

    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;

    private final HostFiles files;
    private final Function<Endpoints.Target, List<ComponentFacts.Endpoint>> endpoints;

    /**
     * A probe of these files.
     *
     * @param endpoints asks one; an empty list says that nothing was asked
     */
    ComponentsProbe(HostFiles files, Function<Endpoints.Target, List<ComponentFacts.Endpoint>> endpoints) {
        this.files = files;
        this.endpoints = endpoints;
    }

    /**
     * Reads them.
     *
     * @param containers that are known
     * @param roles of the node
     */
    List<ComponentFacts> read(List<PodLogs.Container> containers, List<String> roles) {
        List<ComponentFacts> all = new ArrayList<>();
        containers.forEach(each -> all.add(container(each)));
        for (Endpoints.Target target : targets(containers, roles)) {
            attach(all, target, endpoints.apply(target));
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
        if (roles.contains("etcd")) {
            targets.add(Endpoints.ETCD);
        }
        return targets;
    }

    private static boolean runs(List<PodLogs.Container> containers, String component) {
        return containers.stream().anyMatch(each -> each.component().equals(component));
    }

    private ComponentFacts container(PodLogs.Container container) {
        return new ComponentFacts(
                container.component(),
                container.instance(),
                "container",
                new ComponentFacts.Status("unknown", null, null, container.restarts()),
                new ComponentFacts.Times(container.whole() ? firstLine(container.log()) : null, null, null),
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

    /** Gives the answers to the container that they are of: of several with that name, the one that started last. */
    private static void attach(
            List<ComponentFacts> all, Endpoints.Target target, List<ComponentFacts.Endpoint> answers) {
        boolean answered = answers.stream().anyMatch(each -> each.status() != null);
        int index = indexOf(all, target);
        if (index < 0 && (answered || (target.equals(Endpoints.KUBELET) && !answers.isEmpty()))) {
            all.add(new ComponentFacts(
                    target.component(),
                    null,
                    null,
                    new ComponentFacts.Status(answered ? "running" : "unknown", null, null, null),
                    new ComponentFacts.Times(null, answered ? ready(answers) : null, null),
                    false,
                    answers));
        } else if (index >= 0) {
            all.set(index, with(all.get(index), answers, answered));
        }
    }

    private static int indexOf(List<ComponentFacts> all, Endpoints.Target target) {
        int found = -1;
        for (int i = 0; i < all.size(); i++) {
            ComponentFacts each = all.get(i);
            boolean same = each.name().equals(target.component())
                    || (target.equals(Endpoints.FELIX) && each.name().equals("canal"));
            if (same && (found < 0 || isLater(each, all.get(found)))) {
                found = i;
            }
        }
        return found;
    }

    private static boolean isLater(ComponentFacts one, ComponentFacts other) {
        Instant mine = one.times().startedAt();
        Instant others = other.times().startedAt();
        return mine != null && (others == null || mine.isAfter(others));
    }

    private static ComponentFacts with(
            ComponentFacts component, List<ComponentFacts.Endpoint> answers, boolean answered) {
        ComponentFacts.Status status = component.status();
        return new ComponentFacts(
                component.name(),
                component.instance(),
                component.kind(),
                answered ? new ComponentFacts.Status("running", null, null, status.restartCount()) : status,
                new ComponentFacts.Times(component.times().startedAt(), answered ? ready(answers) : null, null),
                component.deleting(),
                answers);
    }

    private static boolean ready(List<ComponentFacts.Endpoint> answers) {
        return answers.stream()
                .anyMatch(each -> each.status() != null && each.status() >= OK && each.status() < FIRST_ERROR);
    }
}
