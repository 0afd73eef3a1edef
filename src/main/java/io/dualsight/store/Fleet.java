package io.dualsight.store;

import io.dualsight.contract.IpAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The fleet in memory, by cluster: about half a kilobyte a node. A report that says what its node said before costs
 * nothing here. A row is written where a node's identity, node IPs or server settings change; by these rows a console
 * learns what another took in. Once in a while it reads all of them, so that nodes that are gone go.
 */
final class Fleet implements FleetMemory, CommitFollower {

    /** {@code domain.md} §8.2: as long as two reports of one address speak of the same time. */
    private static final Duration SAME_TIME = Duration.ofMinutes(10);

    /** Of one address. */
    static final int SHOWN_HOLDERS = 8;

    private final MemberTable table;
    private final Clock clock;
    private final Consumer<Object> events;
    private final ClusterIndex index = new ClusterIndex();
    private final Lock looking = new ReentrantLock();
    private volatile FleetLook last = FleetLook.NEVER;

    /** When the rows were written that the last look saw; a look looks at them for two minutes. */
    private Map<Long, Instant> seen = Map.of();

    Fleet(MemberTable table, Clock clock, Consumer<Object> events) {
        this.table = table;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<ServerSettings> servers(NodeKey node) {
        return ask(node.cluster(), members -> members.settings(node.node()));
    }

    @Override
    public @Nullable Boolean peersUseUniqueLocal(NodeKey node) {
        return ask(node.cluster(), members -> Optional.ofNullable(members.peersUseUniqueLocal(node.node())))
                .orElse(null);
    }

    @Override
    public Map<IpAddress, List<String>> holders(Claim claim, Collection<IpAddress> addresses) {
        Map<IpAddress, List<Member>> found = claiming(claim, addresses, SHOWN_HOLDERS);
        return found.isEmpty() ? Map.of() : heardAtTheSameTime(claim, found);
    }

    @Override
    public boolean isContested(Claim claim, Collection<IpAddress> addresses) {
        return !claiming(claim, addresses, 1).isEmpty();
    }

    private Map<IpAddress, List<Member>> claiming(Claim claim, Collection<IpAddress> addresses, int most) {
        return ask(claim.node().cluster(), members -> Optional.of(members.holders(claim, addresses, most)))
                .orElse(Map.of());
    }

    @Override
    public long revision(String cluster) {
        catchUp();
        return index.revision(cluster);
    }

    private Map<IpAddress, List<String>> heardAtTheSameTime(Claim claim, Map<IpAddress, List<Member>> found) {
        Set<Long> ids = new HashSet<>();
        found.values().forEach(members -> members.forEach(member -> ids.add(member.nodeId())));
        Map<Long, Instant> heard = reading(() -> table.heard(ids));
        Map<IpAddress, List<String>> holders = new LinkedHashMap<>();
        found.forEach((address, members) -> {
            List<String> names = members.stream()
                    .filter(member -> isNear(heard.get(member.nodeId()), claim.collectedAt()))
                    .map(member -> member.key().node())
                    .toList();
            if (!names.isEmpty()) {
                holders.put(address, names);
            }
        });
        return holders;
    }

    private static boolean isNear(@Nullable Instant one, Instant other) {
        return one != null && Duration.between(one, other).abs().compareTo(SAME_TIME) <= 0;
    }

    private <T> Optional<T> ask(String cluster, Function<ClusterMembers, Optional<T>> question) {
        catchUp();
        return index.ask(cluster, question);
    }

    private static <T> T reading(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessException e) {
            throw new StoreUnavailableException("the database cannot be read", e);
        }
    }

    /**
     * Looks at what other consoles wrote, where the last look is too long ago. Meanwhile others are answered from what is
     * known; only before the first look nothing is, and they wait.
     */
    private void catchUp() {
        Instant now = clock.instant();
        if (!last.isOver(now)) {
            return;
        }
        if (last.equals(FleetLook.NEVER)) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return;
        }
        try {
            look(now);
        } finally {
            looking.unlock();
        }
    }

    private void look(Instant now) {
        FleetLook before = last;
        if (!before.isOver(now)) {
            return;
        }
        boolean all = before.allIsOver(now);
        Map<Long, Instant> written = all ? Map.of() : reading(() -> table.writtenSince(before.from()));
        if (all) {
            index.replaceAll(reading(table::all));
        } else {
            written.entrySet().stream()
                    .filter(row -> !row.getValue().equals(seen.get(row.getKey())))
                    .map(Map.Entry::getValue)
                    .min(Comparator.naturalOrder())
                    .ifPresent(oldest -> index.put(reading(() -> table.since(oldest))));
        }
        seen = written;
        last = before.next(now, all, written.values());
    }

    @Override
    public void follow(List<KeptReport> kept) {
        Map<Long, Member> changed = new LinkedHashMap<>();
        for (KeptReport each : kept) {
            if (each.newest() && each.different()) {
                Member member = Member.of(each);
                if (!member.equals(index.find(member.key()))) {
                    changed.put(member.nodeId(), member);
                } else {
                    changed.remove(member.nodeId());
                }
            }
        }
        if (!changed.isEmpty()) {
            table.save(changed.values(), clock.instant());
            TransactionSynchronizationManager.registerSynchronization(
                    new FleetNews(index, List.copyOf(changed.values()), events));
        }
    }
}
