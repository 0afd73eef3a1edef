package io.dualsight.cluster;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.NetworkFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.contract.RuntimeFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the API server says of one node.
 *
 * @param cluster a DNS label
 * @param node the Node's name
 * @param kubernetes addresses, pod prefixes, Ready, and the annotations that address detection uses
 * @param host operating system, distribution and roles, as kubelet and labels say
 * @param runtime Calico's methods and the instances of its components; nothing that only the node itself can see
 * @param extra taints and events, which no rule asks for
 * @param since when the console first saw it like this
 */
public record NodeView(
        String cluster,
        String node,
        KubernetesFacts kubernetes,
        HostFacts host,
        RuntimeFacts runtime,
        Extra extra,
        Instant since) {

    /**
     * What people want to see.
     *
     * @param taints as {@code key=value:Effect}, in the Node's order
     * @param events the Node's newest first
     */
    public record Extra(List<String> taints, List<Event> events) {

        public Extra {
            taints = List.copyOf(taints);
            events = List.copyOf(events);
        }
    }

    /**
     * An Event of a Node.
     *
     * @param at when it happened last
     * @param reason such as {@code NodeNotReady}
     * @param message cut at 1,000 characters
     * @param warning whether its type is Warning
     */
    public record Event(Instant at, String reason, @Nullable String message, boolean warning) {}

    /**
     * The same as a report, for a node that has no agent: marked as the console's own, with the facts that the API server
     * has and no others. Its id follows from what it says, so it is kept once however often it is handed in.
     */
    public Report report() {
        String content = cluster + "/" + node + "@" + since + kubernetes + host + runtime;
        Origin origin =
                new Origin(1, UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)), cluster, node, since);
        NetworkFacts unseen = new NetworkFacts(null, null, null, null, null);
        return new Report(origin, AgentFacts.WATCH, host, null, unseen, kubernetes, runtime);
    }

    /** The report with this in it: see {@link Clusters#completed}. */
    public Report complete(Report report) {
        return Completion.of(report, this);
    }

    /** Whether both say the same of the node, whenever they were seen. */
    boolean saysTheSame(NodeView other) {
        return judgedAlike(other) && extra.equals(other.extra);
    }

    /** Whether no rule could tell them apart. */
    boolean judgedAlike(NodeView other) {
        return kubernetes.equals(other.kubernetes) && host.equals(other.host) && runtime.equals(other.runtime);
    }

    NodeView seen(Instant when) {
        return new NodeView(cluster, node, kubernetes, host, runtime, extra, when);
    }

    /** As JSON, which {@link #read} reads back. */
    public String json() {
        return NodeViewJson.write(this);
    }

    /** The view that was written by {@link #json}. */
    public static NodeView read(String json) {
        return NodeViewJson.read(json);
    }
}
