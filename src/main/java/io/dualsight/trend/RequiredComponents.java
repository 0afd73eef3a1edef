package io.dualsight.trend;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.Report;
import java.util.List;
import java.util.Set;

/**
 * What must be up for a node's start to have succeeded ({@code domain.md} §6.2). Of these, a report shows those that run
 * on its node: one that it does not name, or calls absent, is not known to be required there.
 */
final class RequiredComponents {

    private static final Set<String> EVERYWHERE = Set.of(
            "kubelet",
            "containerd",
            "kube-proxy",
            "calico-node",
            "calico-typha",
            "canal",
            "flannel",
            "cilium-agent",
            "rke2-server",
            "rke2-agent",
            "k3s");
    private static final Set<String> ON_SERVERS =
            Set.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "cloud-controller-manager");

    private RequiredComponents() {}

    /** Whether none of the required components is known to be down; the newest instance of each counts. */
    static boolean allUp(Report report) {
        List<ComponentFacts> required = report.runtime().components().stream()
                .filter(each -> isRequired(each, report))
                .toList();
        return required.stream().noneMatch(each -> isDown(each) && isNewest(each, required));
    }

    private static boolean isRequired(ComponentFacts component, Report report) {
        boolean runs = !component.status().state().equals("absent")
                && !"init-container".equals(component.kind())
                && !component.deleting();
        return runs
                && (EVERYWHERE.contains(component.name())
                        || report.host().isServer() && ON_SERVERS.contains(component.name()));
    }

    private static boolean isDown(ComponentFacts component) {
        return switch (component.status().state()) {
            case "waiting", "terminated" -> true;
            case "running" -> Boolean.FALSE.equals(component.times().ready());
            default -> false;
        };
    }

    private static boolean isNewest(ComponentFacts component, List<ComponentFacts> all) {
        return all.stream()
                .filter(other -> other.name().equals(component.name())
                        && other.times().startedAt() != null
                        && component.times().startedAt() != null)
                .noneMatch(other -> isAfter(other, component));
    }

    private static boolean isAfter(ComponentFacts later, ComponentFacts than) {
        var mine = later.times().startedAt();
        var others = than.times().startedAt();
        return mine != null && others != null && mine.isAfter(others);
    }
}
