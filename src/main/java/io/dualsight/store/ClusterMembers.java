package io.dualsight.store;

import io.dualsight.contract.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The nodes of one cluster, by what is asked of them. Any number of threads may ask while none puts. */
final class ClusterMembers {

    private static final TreeSet<String> NOBODY = new TreeSet<>();

    private final Map<String, Member> nodes = new HashMap<>();
    private final Map<IpAddress, TreeSet<String>> holders = new HashMap<>();
    private final Map<ServerSettings, Integer> votes = new HashMap<>();
    /** Claims of one address that are looked at: past it the finding is no clearer. */
    private static final int LOOKED_AT = 64;

    private static final AtomicLong REVISIONS = new AtomicLong();

    private long revision = REVISIONS.incrementAndGet();
    private int unique;
    private int global;

    /** Counts up with every change, also where all nodes are read anew. */
    long revision() {
        return revision;
    }

    @Nullable
    Member find(String node) {
        return nodes.get(node);
    }

    /** Takes a node in, in the place of what was known of it. */
    void put(Member member) {
        Member old = nodes.put(member.key().node(), member);
        if (member.equals(old)) {
            return;
        }
        revision = REVISIONS.incrementAndGet();
        if (old != null) {
            forget(old);
        }
        if (member.uid() != null) {
            member.nodeIps()
                    .forEach(ip -> holders.computeIfAbsent(ip, any -> new TreeSet<>())
                            .add(member.key().node()));
        }
        count(member, 1);
    }

    private void forget(Member old) {
        String node = old.key().node();
        for (IpAddress ip : old.nodeIps()) {
            holders.computeIfPresent(ip, (any, names) -> names.remove(node) && names.isEmpty() ? null : names);
        }
        count(old, -1);
    }

    private void count(Member member, int one) {
        if (member.server() != null) {
            votes.merge(member.server(), one, (before, more) -> before + more == 0 ? null : before + more);
        }
        member.uniqueLocal().ifPresent(local -> {
            unique += local ? one : 0;
            global += local ? 0 : one;
        });
    }

    /** The other nodes with one of these addresses whose Node object is another than {@code uid}; some of very many. */
    Map<IpAddress, List<Member>> holders(Claim claim, Collection<IpAddress> addresses, int most) {
        Map<IpAddress, List<Member>> found = new LinkedHashMap<>();
        for (IpAddress address : addresses) {
            List<Member> others = new ArrayList<>();
            holders.getOrDefault(address, NOBODY).stream()
                    .limit(LOOKED_AT)
                    .map(nodes::get)
                    .filter(member -> isAnother(member, claim))
                    .limit(most)
                    .forEach(others::add);
            if (!others.isEmpty()) {
                found.put(address, others);
            }
        }
        return found;
    }

    private static boolean isAnother(Member member, Claim claim) {
        return !claim.uid().equals(member.uid()) && !member.key().equals(claim.node());
    }

    /** What most servers say, writers of a cluster-cidr before others; where it is even, always the same. */
    Optional<ServerSettings> settings(@Nullable String but) {
        Member self = nodes.get(but);
        ServerSettings own = self == null ? null : self.server();
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() > (vote.getKey().equals(own) ? 1 : 0))
                .max(Comparator.comparing((Map.Entry<ServerSettings, Integer> vote) ->
                                vote.getKey().written())
                        .thenComparing(vote -> vote.getValue() - (vote.getKey().equals(own) ? 1 : 0))
                        .thenComparing(vote -> vote.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    @Nullable
    Boolean peersUseUniqueLocal(String but) {
        Optional<Boolean> own = Optional.ofNullable(nodes.get(but)).flatMap(Member::uniqueLocal);
        int otherUnique = unique - (own.filter(local -> local).isPresent() ? 1 : 0);
        int otherGlobal = global - (own.filter(local -> !local).isPresent() ? 1 : 0);
        return (otherUnique == 0) == (otherGlobal == 0) ? null : (Boolean) (otherUnique > 0);
    }
}
