package io.dualsight.detect;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A released version of RKE2 or k3s, {@code v1.29.13+rke2r1} or {@code v1.31.4+k3s1}. Development builds and release
 * candidates are none: their number does not say what is in them.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 * @param suffix {@code rke2r} or {@code k3s}
 * @param revision the number after it, from 1
 */
public record DistributionVersion(int major, int minor, int patch, String suffix, int revision)
        implements Comparable<DistributionVersion> {

    private static final Pattern FORM =
            Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})\\+(rke2r|k3s)(\\d{1,4})");
    private static final Comparator<DistributionVersion> ORDER = Comparator.comparingInt(DistributionVersion::major)
            .thenComparingInt(DistributionVersion::minor)
            .thenComparingInt(DistributionVersion::patch)
            .thenComparingInt(DistributionVersion::revision)
            .thenComparing(DistributionVersion::suffix);

    /** Reads a version; empty where it has another form. */
    public static Optional<DistributionVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DistributionVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4),
                Integer.parseInt(matcher.group(5))));
    }

    /** Whether both are of one minor version of one distribution. */
    public boolean sameMinor(DistributionVersion other) {
        return major == other.major && minor == other.minor && suffix.equals(other.suffix);
    }

    @Override
    public int compareTo(DistributionVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "v" + major + "." + minor + "." + patch + "+" + suffix + revision;
    }
}
