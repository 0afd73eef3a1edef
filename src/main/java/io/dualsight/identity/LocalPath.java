package io.dualsight.identity;

/** Tells addresses of this console from those of others, so that no redirect leads a reader elsewhere. */
public final class LocalPath {
    private static final int LONGEST = 2_000;

    private LocalPath() {}

    /** Whether it is a path of this console: {@code //host} and {@code /\host} lead elsewhere. */
    public static boolean is(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && !address.contains("\\")
                && address.length() <= LONGEST
                && address.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }
}
