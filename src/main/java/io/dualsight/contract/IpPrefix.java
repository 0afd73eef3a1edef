package io.dualsight.contract;

import java.util.Optional;

/**
 * An address prefix, such as {@code 2001:db8::/32}. Bits beyond the length are kept as written: a Calico annotation
 * {@code 10.4.0.1/24} is an address with its prefix length.
 *
 * @param address as written
 * @param length 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpPrefix(IpAddress address, int length) {

    public IpPrefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("prefix length of " + address + " is 0 to "
                    + address.family().bits() + ", not " + length);
        }
    }

    /** Reads {@code ADDRESS/LENGTH}, as Go's {@code net.ParseCIDR} does; empty where it would give an error. */
    public static Optional<IpPrefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String digits = text.substring(slash + 1);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return IpAddress.parse(text.substring(0, slash))
                .filter(address -> length <= address.family().bits() && !address.wasV4Mapped())
                .map(address -> new IpPrefix(address, length));
    }

    public IpFamily family() {
        return address.family();
    }

    /** Whether {@code other} is of the same family and begins with this prefix. */
    public boolean contains(IpAddress other) {
        if (other.family() != family()) {
            return false;
        }
        byte[] mine = address.bytes();
        byte[] theirs = other.bytes();
        int whole = length / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = length % 8;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
