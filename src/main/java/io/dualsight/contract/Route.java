package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * A default route, or one whose destination is the zero address with a longer prefix ({@code 0.0.0.0/1}).
 *
 * @param destination such as {@code ::/0}
 * @param gateway the next hop; the unspecified address where there is none; absent = not known
 * @param device the interface; {@code *} of an unreachable route
 * @param metric absent = not known
 * @param origin who made it
 */
public record Route(
        IpPrefix destination,
        @Nullable IpAddress gateway,
        String device,
        @Nullable Long metric,
        RouteOrigin origin) {

    /** The interface name of routes that lead nowhere ({@code unreachable default}). */
    public static final String NO_DEVICE = "*";

    /** Whether the destination is everything: prefix length 0. */
    public boolean isDefault() {
        return destination.length() == 0;
    }

    /** Whether there is known to be no next hop. */
    public boolean gatewayless() {
        return gateway != null && gateway.isUnspecified();
    }

    /** Whether this route refuses packets instead of sending them. */
    public boolean unreachable() {
        return device.equals(NO_DEVICE);
    }
}
