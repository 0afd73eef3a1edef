package io.dualsight.web;

import io.dualsight.store.NodeKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is new since the last look.
 *
 * @param seen when nodes were last heard of
 * @param changed nodes of which something else than their times and load is new
 * @param counts of the whole fleet, by name; absent where none is different
 */
record LiveUpdate(
        Map<NodeKey, Instant> seen,
        Set<NodeKey> changed,
        @Nullable Map<String, Long> counts) {

    static final LiveUpdate NOTHING = new LiveUpdate(Map.of(), Set.of(), null);

    boolean isEmpty() {
        return seen.isEmpty() && changed.isEmpty() && counts == null;
    }

    /** The part of it that a page with these nodes needs. A page without a list only needs to know that it is old. */
    LiveUpdate about(Set<NodeKey> nodes) {
        if (nodes.isEmpty()) {
            return new LiveUpdate(Map.of(), changed, counts);
        }
        Map<NodeKey, Instant> theirs = new HashMap<>(seen);
        theirs.keySet().retainAll(nodes);
        Set<NodeKey> news = new HashSet<>(changed);
        news.retainAll(nodes);
        return new LiveUpdate(theirs, news, counts);
    }

    /** Both, for a page that was slow to take the first. */
    LiveUpdate and(LiveUpdate later) {
        Map<NodeKey, Instant> bothSeen = new HashMap<>(seen);
        bothSeen.putAll(later.seen);
        Set<NodeKey> bothChanged = new HashSet<>(changed);
        bothChanged.addAll(later.changed);
        return new LiveUpdate(bothSeen, bothChanged, later.counts == null ? counts : later.counts);
    }

    /** As JSON, for a page that names its nodes, or one that only wants to know how many. */
    Map<String, Object> json(boolean named) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (named) {
            names(json);
        } else {
            json.put("changed", (long) changed.size());
        }
        if (counts != null) {
            json.put("counts", counts);
        }
        return json;
    }

    private void names(Map<String, Object> json) {
        Map<String, Object> times = new LinkedHashMap<>();
        seen.forEach((key, at) -> times.put(name(key), at.toString()));
        json.put("seen", times);
        json.put("changed", changed.stream().map(LiveUpdate::name).sorted().toList());
    }

    private static String name(NodeKey key) {
        return key.cluster() + "/" + key.node();
    }
}
