package io.dualsight.contract;

/** An IP version, written {@code ipv4} or {@code ipv6} on the wire. */
public enum IpFamily {
    IPV4,
    IPV6;

    /** The name in reports and answers: {@code ipv4} or {@code ipv6}. */
    public String wire() {
        return this == IPV4 ? "ipv4" : "ipv6";
    }

    /** The other of the two. */
    public IpFamily other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    /** Bits of an address: 32 or 128. */
    public int bits() {
        return this == IPV4 ? 32 : 128;
    }
}
