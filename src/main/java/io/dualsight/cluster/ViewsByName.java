package io.dualsight.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** One cluster's nodes as they are known now. Read by whoever judges or shows, without waiting. */
final class ViewsByName {

    private final Map<String, NodeView> views = new ConcurrentSkipListMap<>();

    Optional<NodeView> find(String node) {
        return Optional.ofNullable(views.get(node));
    }

    List<NodeView> all() {
        return List.copyOf(views.values());
    }

    List<String> names() {
        return List.copyOf(views.keySet());
    }

    void put(NodeView view) {
        views.put(view.node(), view);
    }

    void remove(String node) {
        views.remove(node);
    }

    void apply(ClusterShelf.Changes changes) {
        changes.views().forEach(this::put);
        changes.gone().forEach(this::remove);
    }
}
