package io.dualsight.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fault that one minor version has over a range of patches, from {@code version-faults.csv}.
 *
 * @param fault its name, such as {@code rke2#7454}
 * @param firstAffected the first version that has it
 * @param firstFixed the first version of the same minor without it; absent where that minor never got the fix
 */
public record VersionFault(
        String fault,
        DistributionVersion firstAffected,
        @Nullable DistributionVersion firstFixed) {

    /** The IPv4 autodetection that RKE2's Calico chart forced on IPv6-only clusters. */
    public static final String RKE2_7454 = "rke2#7454";

    private static final List<VersionFault> ALL = read();

    /** The line that says that {@code version} has the fault; empty where it has not. */
    public static Optional<VersionFault> of(String fault, DistributionVersion version) {
        return ALL.stream()
                .filter(each -> each.fault.equals(fault) && each.affects(version))
                .findFirst();
    }

    /** Every line of the table. */
    public static List<VersionFault> all() {
        return ALL;
    }

    /** The version to go to: the first fixed patch of this minor, else that of the first later minor that has one. */
    public Optional<DistributionVersion> upgrade() {
        if (firstFixed != null) {
            return Optional.of(firstFixed);
        }
        return ALL.stream()
                .filter(each -> each.fault.equals(fault) && each.firstAffected.compareTo(firstAffected) > 0)
                .map(VersionFault::firstFixed)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private boolean affects(DistributionVersion version) {
        return version.sameMinor(firstAffected)
                && version.compareTo(firstAffected) >= 0
                && (firstFixed == null || version.compareTo(firstFixed) < 0);
    }

    private static List<VersionFault> read() {
        List<VersionFault> faults = new ArrayList<>();
        for (String line : DataFile.lines(VersionFault.class, "version-faults.csv")) {
            String[] cells = line.split(",", -1);
            faults.add(
                    new VersionFault(cells[0], version(cells[2]), cells[3].equals("next") ? null : version(cells[3])));
        }
        return List.copyOf(faults);
    }

    private static DistributionVersion version(String text) {
        return DistributionVersion.parse(text)
                .orElseThrow(() -> new IllegalStateException("version-faults.csv: no version: " + text));
    }
}
