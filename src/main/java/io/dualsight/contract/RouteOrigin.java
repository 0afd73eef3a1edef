package io.dualsight.contract;

import java.util.Locale;

/** Who made a route. */
public enum RouteOrigin {
    STATIC,
    /** A router advertisement (RTF_ADDRCONF or RTF_DEFAULT). */
    RA,
    DHCP,
    KERNEL,
    UNKNOWN;

    /** The name in reports: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
