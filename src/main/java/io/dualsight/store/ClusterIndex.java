package io.dualsight.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The clusters' nodes in memory; for many threads. */
final class ClusterIndex {

    private volatile Map<String, ClusterMembers> clusters = new ConcurrentHashMap<>();

    /** Asks about one cluster; empty also where it is not known. */
    <T> Optional<T> ask(String cluster, Function<ClusterMembers, Optional<T>> question) {
        ClusterMembers members = clusters.get(cluster);
        if (members == null) {
            return Optional.empty();
        }
        synchronized (members) {
            return question.apply(members);
        }
    }

    @Nullable
    Member find(NodeKey key) {
        return ask(key.cluster(), members -> Optional.ofNullable(members.find(key.node())))
                .orElse(null);
    }

    /** Takes nodes in, in the place of what was known of them. */
    void put(Collection<Member> members) {
        members.forEach(member -> put(member, clusters));
    }

    /** Takes these nodes for all that there are. Whoever asks meanwhile is answered from what was known before. */
    void replaceAll(Collection<Member> members) {
        Map<String, ClusterMembers> all = new ConcurrentHashMap<>();
        members.forEach(member -> put(member, all));
        clusters = all;
    }

    private static void put(Member member, Map<String, ClusterMembers> into) {
        ClusterMembers members = into.computeIfAbsent(member.key().cluster(), name -> new ClusterMembers());
        synchronized (members) {
            members.put(member);
        }
    }
}
