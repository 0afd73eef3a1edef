package io.dualsight.cluster;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.RuntimeFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was seen of one cluster, in parts as they come, and which nodes they touched. */
final class Observed {

    /** Components that tell the CNI, the more telling first: Canal has flannel in it. */
    private static final Map<String, String> CNIS = new LinkedHashMap<>();

    static {
        CNIS.put("canal", "canal");
        CNIS.put("calico-node", "calico");
        CNIS.put("cilium-agent", "cilium");
        CNIS.put("flannel", "flannel");
    }

    private static final int MOST_EVENTS = 5;
    private static final int MOST_COMPONENTS = 128;
    private static final Comparator<ComponentFacts> BY_INSTANCE =
            Comparator.comparing(ComponentFacts::name).thenComparing(each -> String.valueOf(each.instance()));

    private final String cluster;
    private final Map<String, NodeReader.Part> nodes = new TreeMap<>();
    private final Map<String, Map<String, PodReader.Part>> pods = new HashMap<>();
    private final Map<String, String> nodeOfPod = new HashMap<>();
    private final Map<String, List<NodeView.Event>> events = new HashMap<>();
    private InstallationReader.Part installation = InstallationReader.Part.NOTHING;
    private final Set<String> touched = new HashSet<>();

    Observed(String cluster) {
        this.cluster = cluster;
    }

    synchronized void node(String name, NodeReader.Part part) {
        nodes.put(name, part);
        touched.add(name);
    }

    synchronized void nodeGone(String name) {
        nodes.remove(name);
        events.remove(name);
        touched.add(name);
    }

    /** A Pod; empty where it is no component's. */
    synchronized void pod(String key, Optional<PodReader.Part> part) {
        podGone(key);
        part.ifPresent(present -> {
            nodeOfPod.put(key, present.node());
            pods.computeIfAbsent(present.node(), node -> new HashMap<>()).put(key, present);
            touched.add(present.node());
        });
    }

    synchronized void podGone(String key) {
        String node = nodeOfPod.remove(key);
        if (node != null) {
            pods.computeIfPresent(node, (name, all) -> {
                all.remove(key);
                return all.isEmpty() ? null : all;
            });
            touched.add(node);
        }
    }

    /** Keeps a Node's newest few: they are gone from the API server after an hour. */
    synchronized void event(String node, NodeView.Event event) {
        List<NodeView.Event> all = new ArrayList<>(events.getOrDefault(node, List.of()));
        all.removeIf(each -> each.reason().equals(event.reason()) && !each.at().isAfter(event.at()));
        all.add(event);
        all.sort(Comparator.comparing(NodeView.Event::at).reversed());
        events.put(node, List.copyOf(all.subList(0, Math.min(all.size(), MOST_EVENTS))));
        touched.add(node);
    }

    synchronized void installation(InstallationReader.Part part) {
        if (!part.equals(installation)) {
            installation = part;
            touched.addAll(nodes.keySet());
        }
    }

    /** Names of nodes that something was heard of since the last call. */
    synchronized Set<String> takeTouched() {
        Set<String> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    synchronized Set<String> names() {
        return Set.copyOf(nodes.keySet());
    }

    /** The node with all its parts; empty where there is none of that name. */
    synchronized Optional<NodeView> view(String name, Instant now) {
        NodeReader.Part node = nodes.get(name);
        if (node == null) {
            return Optional.empty();
        }
        List<ComponentFacts> components = pods.getOrDefault(name, Map.of()).values().stream()
                .flatMap(pod -> pod.components().stream())
                .sorted(BY_INSTANCE)
                .limit(MOST_COMPONENTS)
                .toList();
        RuntimeFacts runtime = new RuntimeFacts(installation.methods(), null, components, List.of(), null, List.of());
        NodeView.Extra extra = new NodeView.Extra(node.taints(), events.getOrDefault(name, List.of()));
        return Optional.of(new NodeView(cluster, name, node.kubernetes(), node.host(), runtime, extra, now));
    }

    /** The cluster as a whole. */
    synchronized ClusterState.Seen seen(@Nullable String version) {
        List<PodReader.Network> networks = pods.values().stream()
                .flatMap(each -> each.values().stream())
                .map(PodReader.Part::network)
                .toList();
        List<String> podCidrs =
                first(networks.stream().map(PodReader.Network::podCidrs).toList());
        return new ClusterState.Seen(
                version,
                cni(),
                podCidrs.isEmpty() ? installation.pools() : podCidrs,
                first(networks.stream().map(PodReader.Network::serviceCidrs).toList()),
                nodes.size());
    }

    /** The first of these components that any Pod has. */
    private @Nullable String cni() {
        Set<String> names = new HashSet<>();
        pods.values()
                .forEach(each -> each.values()
                        .forEach(pod -> pod.components().forEach(component -> names.add(component.name()))));
        return CNIS.entrySet().stream()
                .filter(each -> names.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static List<String> first(List<List<String>> lists) {
        return lists.stream().filter(each -> !each.isEmpty()).findFirst().orElse(List.of());
    }
}
