package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what somebody wants of a new token, field by field. */
final class TokenFields {
    private static final int NAME = 100;
    private static final int SHOWN = 100;
    private static final int MOST_NODES = 1_000_000;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final List<FieldError> errors = new ArrayList<>();

    TokenFields name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return add("name", "missing", "1 to " + NAME + " characters");
        }
        boolean good = name.length() <= NAME && name.chars().noneMatch(Character::isISOControl);
        return good ? this : add("name", name, "1 to " + NAME + " characters without control characters");
    }

    TokenFields scope(AgentToken.Scope scope) {
        cluster(scope.cluster()).node(scope.node(), scope.cluster());
        Integer most = scope.mostNodes();
        return most == null || (most >= 1 && most <= MOST_NODES)
                ? this
                : add("mostNodes", most.toString(), "1 to " + MOST_NODES);
    }

    TokenFields overlap(Duration overlap) {
        boolean good = !overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0;
        return good
                ? this
                : add("overlapSeconds", Long.toString(overlap.toSeconds()), "0 to " + LONGEST_OVERLAP.toSeconds());
    }

    private TokenFields cluster(@Nullable String cluster) {
        return cluster == null || Names.isCluster(cluster) ? this : add("cluster", cluster, Names.CLUSTER_FORM);
    }

    /** Node names repeat from cluster to cluster. */
    private TokenFields node(@Nullable String node, @Nullable String cluster) {
        if (node != null && cluster == null) {
            add("cluster", "missing", "a cluster where a node is named");
        }
        return node == null || Names.isNode(node) ? this : add("node", node, Names.NODE_FORM);
    }

    TokenFields expiry(@Nullable Instant expiresAt, Instant now) {
        return expiresAt == null || expiresAt.isAfter(now)
                ? this
                : add("expiresAt", expiresAt.toString(), "a time after " + now.truncatedTo(ChronoUnit.SECONDS));
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new BadFieldsException(errors);
        }
    }

    private TokenFields add(String field, String value, String expected) {
        errors.add(new FieldError(field, value.substring(0, Math.min(value.length(), SHOWN)), expected));
        return this;
    }
}
