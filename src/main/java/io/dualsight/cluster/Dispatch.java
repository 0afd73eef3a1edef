package io.dualsight.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what is different: first this console's memory, then the follower, then the shelf. So a console that dies on the
 * way leaves a shelf on which its successor sees the difference again. What cannot be told now stays due.
 */
final class Dispatch {

    private static final int BATCH = 200;

    private final String cluster;
    private final ViewsByName views;
    private final ClusterShelf shelf;
    private final NodeFollower follower;
    private final Set<String> due = new HashSet<>();
    private final Map<String, NodeView> toJudge = new LinkedHashMap<>();
    private final Map<String, NodeView> toKeep = new LinkedHashMap<>();
    private final Set<String> toForget = new HashSet<>();
    private final List<NodeView> ended = new ArrayList<>();
    private boolean compared;

    Dispatch(String cluster, ViewsByName views, ClusterShelf shelf, NodeFollower follower) {
        this.cluster = cluster;
        this.views = views;
        this.shelf = shelf;
        this.follower = follower;
    }

    /** Of a session that has just begun, all nodes are compared with those that were known. */
    void begin() {
        compared = false;
    }

    void run(Observed observed, Instant now) {
        due.addAll(observed.takeTouched());
        if (!compared) {
            due.addAll(observed.names());
            due.addAll(views.names());
            compared = true;
        }
        do {
            List<String> batch = due.stream().limit(BATCH).toList();
            batch.forEach(name -> look(name, observed.view(name, now)));
            due.removeAll(Set.copyOf(batch));
            tell();
        } while (!due.isEmpty());
    }

    private void look(String name, Optional<NodeView> seen) {
        Optional<NodeView> known = views.find(name);
        if (seen.isEmpty()) {
            known.ifPresent(this::forget);
        } else if (known.isEmpty() || !known.get().saysTheSame(seen.get())) {
            known.filter(old -> isAnother(old, seen.get())).ifPresent(ended::add);
            boolean alike = known.isPresent() && known.get().judgedAlike(seen.get());
            NodeView next = alike ? seen.get().seen(known.get().since()) : seen.get();
            views.put(next);
            toForget.remove(name);
            toKeep.put(name, next);
            if (!alike) {
                toJudge.put(name, next);
            }
        }
    }

    private static boolean isAnother(NodeView old, NodeView now) {
        String uid = old.kubernetes().nodeUid();
        return uid != null && !uid.equals(now.kubernetes().nodeUid());
    }

    private void forget(NodeView gone) {
        String name = gone.node();
        views.remove(name);
        toJudge.remove(name);
        toKeep.remove(name);
        toForget.add(name);
        ended.add(gone);
    }

    private void tell() {
        while (!ended.isEmpty()) {
            follower.deleted(ended.get(0));
            ended.remove(0);
        }
        if (!toJudge.isEmpty()) {
            follower.changed(List.copyOf(toJudge.values()));
            toJudge.clear();
        }
        if (!toKeep.isEmpty() || !toForget.isEmpty()) {
            shelf.keep(cluster, List.copyOf(toKeep.values()), List.copyOf(toForget));
            toKeep.clear();
            toForget.clear();
        }
    }
}
