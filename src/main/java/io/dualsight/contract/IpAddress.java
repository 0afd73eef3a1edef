package io.dualsight.contract;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address, read and classified the way Go's {@code net} package does it, since k3s, kubelet, Calico and
 * flannel are Go programs: an IPv4-mapped IPv6 address <em>is</em> its IPv4 address ({@link #wasV4Mapped()} remembers
 * how it was written), zones and leading zeros are refused. Text is RFC 5952.
 *
 * <p>No name is ever resolved to make one.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private final byte[] bytes;
    private final boolean mapped;

    private IpAddress(byte[] bytes, boolean mapped) {
        this.bytes = bytes;
        this.mapped = mapped;
    }

    /**
     * Reads an address, as Go's {@code net.ParseIP} does; empty where it would give {@code nil}: names, zones,
     * prefix lengths, leading zeros, blanks.
     */
    public static Optional<IpAddress> parse(String text) {
        return Optional.ofNullable(IpText.parse(text)).map(IpAddress::of);
    }

    /**
     * Makes an address of its bytes in network order.
     *
     * @throws IllegalArgumentException unless there are 4 or 16 of them
     */
    public static IpAddress of(byte... bytes) {
        if (bytes.length == 16 && isMapped(bytes)) {
            return new IpAddress(Arrays.copyOfRange(bytes, 12, 16), true);
        }
        if (bytes.length != 4 && bytes.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        return new IpAddress(bytes.clone(), false);
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    /** IPv4 for an IPv4-mapped address, as in Go. */
    public IpFamily family() {
        return bytes.length == 4 ? IpFamily.IPV4 : IpFamily.IPV6;
    }

    /** Whether it was written {@code ::ffff:a.b.c.d}. Does not count for equality. */
    public boolean wasV4Mapped() {
        return mapped;
    }

    /** The bytes in network order, 4 or 16. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 0.0.0.0 or ::. */
    public boolean isUnspecified() {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        if (bytes.length == 4) {
            return bytes[0] == 127;
        }
        for (int i = 0; i < 15; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[15] == 1;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return bytes.length == 4 ? (bytes[0] & 0xf0) == 0xe0 : bytes[0] == -1;
    }

    /** 169.254.0.0/16 or fe80::/10. */
    public boolean isLinkLocal() {
        return bytes.length == 4
                ? (bytes[0] & 0xff) == 169 && (bytes[1] & 0xff) == 254
                : (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xc0) == 0x80;
    }

    /** 255.255.255.255. */
    public boolean isBroadcast() {
        return bytes.length == 4 && (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
    }

    /** A unique local address, fc00::/7. */
    public boolean isUniqueLocal() {
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    /** Go's {@code IsGlobalUnicast}: private and unique local addresses, 192.0.0.0/24 and 100.64.0.0/10 are. */
    public boolean isGlobalUnicast() {
        return !isBroadcast() && !isUnspecified() && !isLoopback() && !isMulticast() && !isLinkLocal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
    }

    /** FNV-1a: by the JDK's own, the addresses of one prefix have eight thousand hashes among them. */
    @Override
    public int hashCode() {
        int hash = 0x811c9dc5;
        for (byte b : bytes) {
            hash = (hash ^ b) * 0x01000193;
        }
        return hash;
    }

    /** IPv4 before IPv6, then by value. */
    @Override
    public int compareTo(IpAddress other) {
        int byLength = Integer.compare(bytes.length, other.bytes.length);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(bytes, other.bytes);
    }

    /** Dotted for IPv4, RFC 5952 for IPv6. */
    @Override
    public String toString() {
        return IpText.format(bytes);
    }
}
