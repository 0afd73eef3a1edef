package io.dualsight.web;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.CidrList;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.Report;
import io.dualsight.detect.ClusterNetwork;
import io.dualsight.store.NodeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The small facts at the top of a node's page; what is not known is left out. */
final class NodeFactWords {

    private final NodeRecord node;
    private final Wording wording;
    private final List<NodeDetails.Pair> facts = new ArrayList<>();

    NodeFactWords(NodeRecord node, Wording wording) {
        this.node = node;
        this.wording = wording;
    }

    List<NodeDetails.Pair> facts() {
        NodeStatus.Platform platform = node.status().platform();
        Report report = node.report();
        ClusterNetwork cluster = node.explained().prediction().cluster();
        HostFacts.OperatingSystem system = report.host().system();
        add("fact.distribution", words(platform.distribution(), platform.version()));
        add("fact.roles", String.join(", ", platform.roles()));
        add("fact.cni", platform.cni());
        add("fact.cluster-cidr", cidrs(cluster.clusterCidr(), cluster.clusterCidrWritten()));
        add("fact.service-cidr", cidrs(cluster.serviceCidr(), cluster.serviceCidrWritten()));
        add("fact.os", system.os());
        add("fact.kernel", words(system.kernel(), system.architecture()));
        add("fact.agent", agent(report.agent()));
        add("fact.collected", wording.moment(report.origin().collectedAt()).exact());
        return facts;
    }

    private void add(String key, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            facts.add(new NodeDetails.Pair(wording.text(key), text));
        }
    }

    private @Nullable String cidrs(@Nullable CidrList cidrs, boolean written) {
        if (cidrs == null) {
            return null;
        }
        return written ? cidrs.toString() : wording.text("fact.assumed", cidrs.toString());
    }

    private @Nullable String agent(@Nullable AgentFacts agent) {
        if (agent == null) {
            return null;
        }
        Integer seconds = agent.intervalSeconds();
        return words(agent.version(), seconds == null ? null : wording.text("fact.interval", seconds));
    }

    private static String words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
