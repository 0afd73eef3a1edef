package io.dualsight.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes as the writer knows them. Memory saves the query; the revision in the database says whether memory is
 * right, so another console may write to the same nodes.
 */
final class NodeStates {

    private final NodeTable table;
    private final Cache<NodeKey, NodeState> known;

    NodeStates(NodeTable table, int most) {
        this.table = table;
        this.known = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** A draft for each node in the batch; new ones get their row, unless they are only to be judged again. */
    Map<NodeKey, NodeDraft> drafts(List<Incoming> batch) {
        Map<NodeKey, Incoming> firsts = new LinkedHashMap<>();
        batch.forEach(report -> firsts.merge(report.key(), report, (one, other) -> one.again() ? other : one));
        Map<NodeKey, NodeDraft> drafts = new LinkedHashMap<>();
        drafts(known.getAllPresent(firsts.keySet()), drafts);
        List<NodeKey> unknown = missing(firsts, drafts);
        if (!unknown.isEmpty()) {
            drafts(table.load(unknown), drafts);
        }
        List<Incoming> fresh = missing(firsts, drafts).stream()
                .map(firsts::get)
                .filter(first -> !first.again())
                .toList();
        if (!fresh.isEmpty()) {
            drafts(table.insert(fresh), drafts);
        }
        return drafts;
    }

    private static void drafts(Map<NodeKey, NodeState> states, Map<NodeKey, NodeDraft> drafts) {
        states.forEach((key, state) -> drafts.put(key, new NodeDraft(state)));
    }

    private static List<NodeKey> missing(Map<NodeKey, Incoming> wanted, Map<NodeKey, NodeDraft> drafts) {
        List<NodeKey> missing = new ArrayList<>(wanted.keySet());
        missing.removeAll(drafts.keySet());
        return missing;
    }

    /** A node as it was after this console's last commit; empty where it is not in memory. */
    Optional<NodeState> peek(NodeKey key) {
        return Optional.ofNullable(known.getIfPresent(key));
    }

    /** After the commit. */
    void remember(Map<NodeKey, NodeDraft> drafts) {
        drafts.forEach((key, draft) -> {
            if (draft.moved()) {
                known.put(key, draft.next());
            }
        });
    }

    /** After a transaction that did not come through: what memory says may be wrong. */
    void forget(Collection<NodeKey> keys) {
        known.invalidateAll(keys);
    }
}
