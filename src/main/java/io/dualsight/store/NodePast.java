package io.dualsight.store;

import java.time.Instant;
import java.util.List;

/**
 * How a node's verdict went.
 *
 * @param firstSeenAt by the console's clock
 * @param changes of {@code verdict} and {@code stale}, the oldest first
 */
public record NodePast(Instant firstSeenAt, List<NodeChange> changes) {

    public NodePast {
        changes = List.copyOf(changes);
    }
}
