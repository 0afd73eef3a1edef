package io.dualsight.detect;

import org.jspecify.annotations.Nullable;

/**
 * Which interface flannel chooses (flannel {@code pkg/ipmatch/match.go}).
 *
 * @param ipv4Interface of the IPv4 default route; absent = none, not wanted, or not known
 * @param ipv6Interface likewise of IPv6
 * @param problem what keeps it from starting
 * @param failure its error, word for word; absent = it starts, or not known
 */
public record FlannelOutcome(
        @Nullable String ipv4Interface,
        @Nullable String ipv6Interface,
        Problem problem,
        @Nullable String failure) {

    /** What keeps flannel from starting. */
    public enum Problem {
        /** Nothing that is known. */
        NONE,
        /** A family has no default route, or its interface has no address of it. */
        NO_INTERFACE,
        /** The two families' default routes leave by different interfaces. */
        SPLIT
    }
}
