package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/** The text form of addresses: Go's {@code netip.ParseAddr} without zones on the way in, RFC 5952 on the way out. */
final class IpText {

    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    private IpText() {}

    /** The bytes, or {@code null} where this is no address. */
    static byte @Nullable [] parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    }

    private static byte @Nullable [] parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = octet(parts[i]);
            if (value < 0) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static int octet(String part) {
        if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
            return -1;
        }
        int value = number(part, 10);
        return value > 255 ? -1 : value;
    }

    private static int number(String digits, int radix) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static byte @Nullable [] parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] head = groups(text.substring(0, gap));
        byte[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > 14 || endsDotted(text.substring(0, gap))) {
            return null;
        }
        byte[] bytes = new byte[16];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    private static boolean endsDotted(String head) {
        return head.indexOf('.') >= 0;
    }

    /** Colon-separated groups, the last of which may be dotted; {@code null} where one of them is no group. */
    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        byte[] dotted = parts[parts.length - 1].indexOf('.') >= 0 ? parseV4(parts[parts.length - 1]) : new byte[0];
        if (dotted == null || parts.length > GROUPS) {
            return null;
        }
        int plain = dotted.length == 0 ? parts.length : parts.length - 1;
        byte[] bytes = new byte[plain * 2 + dotted.length];
        for (int i = 0; i < plain; i++) {
            if (!putGroup(parts[i], bytes, 2 * i)) {
                return null;
            }
        }
        System.arraycopy(dotted, 0, bytes, plain * 2, dotted.length);
        return bytes;
    }

    private static boolean putGroup(String part, byte[] bytes, int at) {
        int value = part.isEmpty() || part.length() > 4 ? -1 : number(part, 16);
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
        return value >= 0;
    }

    static String format(byte[] bytes) {
        return bytes.length == 4 ? formatV4(bytes) : formatV6(bytes);
    }

    private static String formatV4(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    private static String formatV6(byte[] bytes) {
        int[] groups = groups(bytes);
        int[] gap = longestGap(groups);
        StringBuilder text = new StringBuilder(LONGEST);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap[0]) {
                text.append("::");
                i += gap[1] - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int[] groups(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        return groups;
    }

    /** Start and length of the first longest run of at least two zero groups; a start of -1 says none. */
    private static int[] longestGap(int[] groups) {
        int[] best = {-1, 1};
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - start > best[1]) {
                best = new int[] {start, end - start};
            }
            start = Math.max(start, end - 1);
        }
        return best;
    }
}
