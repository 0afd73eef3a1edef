package io.dualsight.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a node's history keeps of the difference between two snapshots. */
final class StatusChanges {

    private StatusChanges() {}

    static List<ChangeRow> between(Snapshot before, Snapshot after, long nodeId, Instant at) {
        if (before == after || before.equals(after)) {
            return List.of();
        }
        Map<String, @Nullable String> old = kept(before);
        List<ChangeRow> changes = new ArrayList<>();
        kept(after).forEach((what, value) -> {
            if (!Objects.equals(value, old.get(what))) {
                changes.add(new ChangeRow(nodeId, at, what, old.get(what), value));
            }
        });
        return changes;
    }

    private static Map<String, @Nullable String> kept(Snapshot snapshot) {
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        kept.put("family", snapshot.judged().family().wire());
        kept.put("verdict", snapshot.judged().verdict().wire());
        kept.put("incorrectNodeIp", String.valueOf(snapshot.judged().incorrectNodeIp()));
        kept.put("ipv4.address", snapshot.ipv4().address());
        kept.put("ipv6.address", snapshot.ipv6().address());
        kept.put("addresses", Text.orAbsent(snapshot.detail().addresses()));
        kept.put("nodeIp.configured", list(snapshot.nodeIp().configured()));
        kept.put("nodeIp.predicted", list(snapshot.nodeIp().predicted()));
        kept.put("nodeIp.kubernetes", list(snapshot.nodeIp().kubernetes()));
        kept.put("distributionVersion", snapshot.platform().version());
        kept.put("cni", snapshot.platform().cni());
        kept.put("roles", list(snapshot.platform().roles()));
        return kept;
    }

    private static @Nullable String list(List<String> items) {
        return Text.orAbsent(Text.join(items));
    }
}
