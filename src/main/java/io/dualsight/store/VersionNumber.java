package io.dualsight.store;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes distribution's version as a number that sorts: {@code v1.31.5+rke2r2} is 1·10¹² + 31·10⁸ + 5·10⁴ + 2.
 * What stands after the patch counts only as the release of the distribution ({@code +rke2r2}, {@code +k3s1}).
 */
public final class VersionNumber {

    private static final Pattern VERSION =
            Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\+(?:rke2r|k3s)(\\d{1,4}))?(?:[-+.].*)?");
    private static final Pattern FILTER = Pattern.compile("(<=|<|>=|>)?\\s*(\\S{1,64})");

    /** One more than the highest release that a version may have. */
    static final long RELEASES = 10_000;

    private VersionNumber() {}

    /** Empty where the text does not start with major and minor numbers. */
    public static OptionalLong of(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int group = 1; group <= 4; group++) {
            number = number * RELEASES + (parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group)));
        }
        return OptionalLong.of(number);
    }

    static boolean isFilter(String text) {
        Matcher filter = FILTER.matcher(text);
        return filter.matches()
                && (filter.group(1) == null || of(filter.group(2)).isPresent());
    }

    /** The comparison of a filter that is a bound, such as {@code <} of {@code <1.31.5}; empty for an exact version. */
    static String bound(String filter) {
        Matcher parts = FILTER.matcher(filter);
        return parts.matches() && parts.group(1) != null ? parts.group(1) : "";
    }

    /** The version that a filter names. */
    static String named(String filter) {
        return filter.substring(bound(filter).length()).strip();
    }
}
