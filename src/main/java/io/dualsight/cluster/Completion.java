package io.dualsight.cluster;

import io.dualsight.contract.CalicoMethods;
import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.Report;
import io.dualsight.contract.RuntimeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the API server's word into a report. */
final class Completion {

    private final Report report;
    private final NodeView view;

    private Completion(Report report, NodeView view) {
        this.report = report;
        this.view = view;
    }

    static Report of(Report report, NodeView view) {
        Completion completion = new Completion(report, view);
        return new Report(
                report.origin(),
                report.agent(),
                completion.host(),
                report.config(),
                report.network(),
                view.kubernetes(),
                completion.runtime());
    }

    /** What the node says of itself stands; kubelet's version and the labels fill what it could not say. */
    private HostFacts host() {
        HostFacts own = report.host();
        HostFacts.Distribution distribution = own.distribution();
        boolean unnamed = distribution.version() == null && distribution.name() == null;
        return new HostFacts(
                own.hostname(),
                own.system(),
                own.boot(),
                unnamed ? view.host().distribution() : distribution,
                own.roles().isEmpty() ? view.host().roles() : own.roles());
    }

    private RuntimeFacts runtime() {
        RuntimeFacts own = report.runtime();
        return new RuntimeFacts(
                calico(own.calico(), view.runtime().calico()),
                own.startup(),
                components(own.components()),
                own.connectivity(),
                own.resources(),
                own.logLines());
    }

    private static @Nullable CalicoMethods calico(@Nullable CalicoMethods own, @Nullable CalicoMethods api) {
        if (own == null || api == null) {
            return own == null ? api : own;
        }
        return new CalicoMethods(
                api.ipv4() == null ? own.ipv4() : api.ipv4(), api.ipv6() == null ? own.ipv6() : api.ipv6());
    }

    private List<ComponentFacts> components(List<ComponentFacts> own) {
        Map<String, ComponentFacts> left = new HashMap<>();
        view.runtime().components().forEach(each -> left.put(String.valueOf(each.instance()), each));
        List<ComponentFacts> all = new ArrayList<>();
        for (ComponentFacts each : own) {
            ComponentFacts api = each.instance() == null ? null : left.remove(each.instance());
            all.add(api == null ? each : merged(each, api));
        }
        view.runtime().components().stream()
                .filter(each -> left.containsKey(String.valueOf(each.instance())))
                .forEach(all::add);
        return all;
    }

    /** Kubelet knows a container's state and the node its endpoints; of two counts of restarts the higher is newer. */
    private static ComponentFacts merged(ComponentFacts own, ComponentFacts api) {
        int ownCount = Objects.requireNonNullElse(own.status().restartCount(), 0);
        int apiCount = Objects.requireNonNullElse(api.status().restartCount(), 0);
        if (ownCount > apiCount) {
            return own;
        }
        return new ComponentFacts(
                own.name(), own.instance(), own.kind(), api.status(), times(own, api), api.deleting(), own.endpoints());
    }

    private static ComponentFacts.Times times(ComponentFacts own, ComponentFacts api) {
        return new ComponentFacts.Times(
                api.times().startedAt() == null
                        ? own.times().startedAt()
                        : api.times().startedAt(),
                own.times().ready() == null ? api.times().ready() : own.times().ready(),
                own.times().readyAt());
    }
}
