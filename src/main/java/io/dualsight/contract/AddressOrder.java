package io.dualsight.contract;

/** Whether the addresses in a report stand in the order in which the kernel lists them. */
public enum AddressOrder {
    /** As netlink gives them, which is what Go programs see. */
    NETLINK,
    /** In another order, such as that of {@code /proc/net/if_inet6}: the first one is not known. */
    UNKNOWN;

    /** The name in reports. */
    public String wire() {
        return this == NETLINK ? "netlink" : "unknown";
    }
}
