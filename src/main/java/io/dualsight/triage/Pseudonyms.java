package io.dualsight.triage;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives addresses other names: documentation addresses of the same family, where addresses of one subnet stay in one
 * subnet and the same address always gets the same. What is the same on every machine (loopback, unspecified, multicast)
 * stays, and link-local and unique local addresses stay such, since rules look at that.
 *
 * <p>IPv6 subnets are told apart by their first 48 bits, so that prefixes from there on hold what they held; the bits
 * behind are mixed bit by bit, which keeps every such relation. An IPv4 subnet is a /24.
 */
final class Pseudonyms {

    private static final int GROUP = 6;
    private static final int GROUP_4 = 3;
    private static final int[][] DOCUMENTATION = {{192, 0, 2}, {198, 51, 100}, {203, 0, 113}};
    private static final int PRIVATE_10 = 10;

    private final Map<IpFamily, Map<String, Integer>> subnets = new EnumMap<>(IpFamily.class);
    private final Map<String, Integer> cards = new HashMap<>();
    private final int salt;

    /** Another salt gives other names. */
    Pseudonyms(int salt) {
        this.salt = salt;
    }

    IpAddress of(IpAddress address) {
        if (address.isUnspecified() || address.isLoopback() || address.isMulticast() || address.isBroadcast()) {
            return address;
        }
        return address.family() == IpFamily.IPV4 ? ipv4(address.bytes()) : ipv6(address);
    }

    /** The documentation's three networks first, then those of benchmarks. */
    private IpAddress ipv4(byte[] bytes) {
        byte[] out = bytes.clone();
        if (isKnownToAll(bytes)) {
            return IpAddress.of(bytes);
        }
        boolean apipa = (bytes[0] & 0xff) == 169 && (bytes[1] & 0xff) == 254;
        int group = group(IpFamily.IPV4, Arrays.copyOf(bytes, GROUP_4));
        if (apipa) {
            out[2] = (byte) (group + 1);
        } else if (group < DOCUMENTATION.length) {
            for (int i = 0; i < GROUP_4; i++) {
                out[i] = (byte) DOCUMENTATION[group][i];
            }
        } else {
            out[0] = (byte) 198;
            out[1] = (byte) (18 + (group >> 8 & 1));
            out[2] = (byte) group;
        }
        mix(out, GROUP_4, bytes);
        return IpAddress.of(out);
    }

    /** The distribution's own networks, and those of translators, say nothing of where a node is. */
    private static boolean isKnownToAll(byte[] bytes) {
        int second = bytes[1] & 0xff;
        boolean cluster = bytes[0] == PRIVATE_10 && (second == 42 || second == 43) && bytes[3] == 0;
        boolean translator = (bytes[0] & 0xff) == 192 && bytes[1] == 0 && bytes[2] == 0;
        return cluster || translator || bytes[3] == 0 && bytes[2] == 0;
    }

    private IpAddress ipv6(IpAddress address) {
        byte[] bytes = address.bytes();
        byte[] out = bytes.clone();
        if (address.isLinkLocal()) {
            // Cards' own numbers are in there. Short ones, such as a gateway's fe80::1, are everybody's.
            if (bytes[8] != 0 || bytes[9] != 0) {
                int host = number(cards, bytes) + 0x100;
                Arrays.fill(out, 8, out.length, (byte) 0);
                out[14] = (byte) (host >> 8);
                out[15] = (byte) host;
            }
            return IpAddress.of(out);
        }
        int group = group(IpFamily.IPV6, Arrays.copyOf(bytes, GROUP));
        byte[] first = address.isUniqueLocal()
                ? new byte[] {(byte) 0xfd, 0, 0x0d, (byte) 0xb8}
                : new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8};
        System.arraycopy(first, 0, out, 0, first.length);
        out[4] = (byte) (group + 1 >> 8);
        out[5] = (byte) (group + 1);
        mix(out, GROUP, bytes);
        return IpAddress.of(out);
    }

    private int group(IpFamily family, byte[] network) {
        return number(subnets.computeIfAbsent(family, each -> new HashMap<>()), network);
    }

    private static int number(Map<String, Integer> numbers, byte[] key) {
        return numbers.computeIfAbsent(Arrays.toString(key), each -> numbers.size());
    }

    /** Flips each bit or not, by the bits before it: what began alike begins alike. */
    private void mix(byte[] out, int from, byte[] in) {
        int seen = salt + Arrays.hashCode(Arrays.copyOf(in, from));
        for (int i = from; i < in.length; i++) {
            int mixed = 0;
            for (int bit = 7; bit >= 0; bit--) {
                int original = in[i] >> bit & 1;
                mixed = mixed << 1 | (original ^ flip(seen));
                seen = seen * 31 + original + 1;
            }
            out[i] = (byte) mixed;
        }
    }

    private static int flip(int seen) {
        int mixed = seen * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) >>> 7 & 1;
    }

    /**
     * The text of an address with another name; empty where it is none.
     *
     * @param length of the prefix that it is written with; -1 = with none. A network's address stays one
     */
    Optional<String> of(String text, int length) {
        return IpAddress.parse(text).map(address -> {
            byte[] renamed = of(address).bytes();
            if (length >= 0 && isZeroFrom(address.bytes(), length)) {
                for (int bit = length; bit < renamed.length * Byte.SIZE; bit++) {
                    renamed[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
                }
            }
            String other = IpAddress.of(renamed).toString();
            return address.wasV4Mapped() ? "::ffff:" + other : other;
        });
    }

    private static boolean isZeroFrom(byte[] bytes, int length) {
        for (int bit = length; bit < bytes.length * Byte.SIZE; bit++) {
            if ((bytes[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                return false;
            }
        }
        return true;
    }
}
