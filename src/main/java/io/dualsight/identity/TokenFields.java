package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Names;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what somebody wants of a new token, field by field. */
final class TokenFields {
    private static final int NAME = 100;
    private static final int SHOWN = 100;

    private final List<FieldError> errors = new ArrayList<>();

    TokenFields name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return add("name", "missing", "1 to " + NAME + " characters");
        }
        boolean good = name.length() <= NAME && name.chars().noneMatch(Character::isISOControl);
        return good ? this : add("name", name, "1 to " + NAME + " characters without control characters");
    }

    TokenFields cluster(@Nullable String cluster) {
        return cluster == null || Names.isCluster(cluster) ? this : add("cluster", cluster, Names.CLUSTER_FORM);
    }

    /** Node names repeat from cluster to cluster. */
    TokenFields node(@Nullable String node, @Nullable String cluster) {
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
