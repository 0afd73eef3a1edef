package io.dualsight.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A shelf that several consoles of one test share; it keeps JSON, as the real one does. */
final class MemoryShelf implements ClusterShelf {

    private record Row(long mark, String json) {}

    private final Map<String, Row> rows = new TreeMap<>();
    private long mark;
    private String state;

    @Override
    public synchronized Changes since(String cluster, long from) {
        List<NodeView> views = rows.values().stream()
                .filter(row -> row.mark() > from && row.json() != null)
                .map(row -> NodeView.read(row.json()))
                .toList();
        List<String> gone = rows.entrySet().stream()
                .filter(row -> row.getValue().mark() > from && row.getValue().json() == null)
                .map(Map.Entry::getKey)
                .toList();
        return new Changes(mark, views, gone);
    }

    @Override
    public synchronized void keep(String cluster, List<NodeView> views, List<String> gone) {
        mark++;
        views.forEach(view -> rows.put(view.node(), new Row(mark, view.json())));
        gone.forEach(node -> rows.put(node, new Row(mark, null)));
    }

    @Override
    public synchronized void keep(ClusterState next) {
        state = next.json();
    }

    @Override
    public synchronized Optional<ClusterState> state(String cluster) {
        return Optional.ofNullable(state).map(ClusterState::read);
    }
}
