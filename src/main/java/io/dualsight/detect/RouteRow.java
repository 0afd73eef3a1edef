package io.dualsight.detect;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Route;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code /proc/net/route} or {@code /proc/net/ipv6_route}, seen as apimachinery's
 * {@code pkg/util/net/interface.go} sees it: the destination counts, its prefix length does not.
 *
 * @param route as reported
 */
public record RouteRow(Route route) {

    public IpFamily family() {
        return route.destination().family();
    }

    /** Whether the destination is 0.0.0.0 or ::, with whatever prefix length. */
    public boolean toZero() {
        return route.destination().address().isUnspecified();
    }

    /** Whether it is a default route that leads somewhere. */
    public boolean isDefault() {
        return toZero() && route.isDefault() && !route.unreachable();
    }

    /** Whether it covers half of the addresses only, as VPNs write it to come before the default route. */
    public boolean isHalfDefault() {
        return toZero() && !route.isDefault();
    }

    /**
     * Whether apimachinery counts the row as a default route; an IPv6 row without gateway is skipped "as loopback".
     * Absent = its gateway is not known.
     */
    @Nullable
    Boolean counts() {
        if (!toZero()) {
            return false;
        }
        if (family() == IpFamily.IPV4) {
            return true;
        }
        IpAddress gateway = route.gateway();
        return gateway == null ? null : !gateway.isUnspecified();
    }

    /** The row in {@code ip route}'s words. */
    public String text() {
        IpAddress gateway = route.gateway();
        StringBuilder text = new StringBuilder();
        text.append(
                route.isDefault() && toZero() ? "default" : route.destination().toString());
        if (gateway != null && !gateway.isUnspecified()) {
            text.append(" via ").append(gateway);
        }
        text.append(" dev ").append(route.device());
        if (route.metric() != null) {
            text.append(" metric ").append(route.metric());
        }
        return text.toString();
    }
}
