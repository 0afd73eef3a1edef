package io.dualsight.web;

import io.dualsight.store.NodeChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change in the reading API: what, as the node item names it, from which value to which. */
record ChangeItem(
        String cluster,
        String node,
        Instant changedAt,
        String what,
        @Nullable String before,
        @Nullable String after) {

    static ChangeItem of(NodeChange change) {
        return new ChangeItem(
                change.key().cluster(),
                change.key().node(),
                change.changedAt(),
                change.what(),
                change.before(),
                change.after());
    }
}
