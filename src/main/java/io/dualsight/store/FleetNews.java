package io.dualsight.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;

/** Puts nodes into memory once the transaction that writes them is through, and tells whom that concerns. */
final class FleetNews implements TransactionSynchronization {

    private final ClusterIndex index;
    private final List<Member> changed;
    private final Consumer<Object> events;

    FleetNews(ClusterIndex index, List<Member> changed, Consumer<Object> events) {
        this.index = index;
        this.changed = changed;
        this.events = events;
    }

    @Override
    public void afterCommit() {
        Map<String, Optional<ServerSettings>> before = new LinkedHashMap<>();
        changed.forEach(member -> before.computeIfAbsent(member.key().cluster(), this::settings));
        index.put(changed);
        before.forEach((cluster, settings) -> {
            if (!settings.equals(settings(cluster))) {
                events.accept(new ServerSettingsChanged(cluster));
            }
        });
        changed.forEach(this::tellHolders);
    }

    private Optional<ServerSettings> settings(String cluster) {
        return index.ask(cluster, members -> members.settings(null));
    }

    private void tellHolders(Member member) {
        String uid = member.uid();
        if (uid == null) {
            return;
        }
        Claim claim = new Claim(member.key(), uid, Instant.MIN);
        List<NodeKey> others = new ArrayList<>();
        index.ask(
                        member.key().cluster(),
                        members -> Optional.of(members.holders(claim, member.nodeIps(), Fleet.SHOWN_HOLDERS)))
                .ifPresent(holders ->
                        holders.values().forEach(found -> found.forEach(other -> others.add(other.key()))));
        if (!others.isEmpty()) {
            events.accept(new AddressShared(others));
        }
    }
}
