package io.dualsight.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The clusters' nodes in memory; for many threads, since each report asks and few change what is known. */
final class ClusterIndex {

    private volatile Map<String, Guarded> clusters = new ConcurrentHashMap<>();

    /** Asks about one cluster; empty also where it is not known. */
    <T> Optional<T> ask(String cluster, Function<ClusterMembers, Optional<T>> question) {
        Guarded guarded = clusters.get(cluster);
        return guarded == null ? Optional.empty() : guarded.ask(question);
    }

    /** Another number whenever something has changed; 0 where the cluster is not known. */
    long revision(String cluster) {
        Guarded guarded = clusters.get(cluster);
        return guarded == null ? 0 : guarded.revision;
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
        Map<String, Guarded> all = new ConcurrentHashMap<>();
        members.forEach(member -> put(member, all));
        clusters = all;
    }

    private static void put(Member member, Map<String, Guarded> into) {
        into.computeIfAbsent(member.key().cluster(), name -> new Guarded()).put(member);
    }

    /** One cluster's nodes; readers do not wait for each other. */
    private static final class Guarded {

        private final ClusterMembers members = new ClusterMembers();
        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private volatile long revision = members.revision();

        <T> Optional<T> ask(Function<ClusterMembers, Optional<T>> question) {
            lock.readLock().lock();
            try {
                return question.apply(members);
            } finally {
                lock.readLock().unlock();
            }
        }

        void put(Member member) {
            lock.writeLock().lock();
            try {
                members.put(member);
                revision = members.revision();
            } finally {
                lock.writeLock().unlock();
            }
        }
    }
}
