package io.dualsight.detect;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of calico-node's methods that walk the interfaces, as filters on them.
 *
 * @param excludes whether Calico's own exclusion list counts
 * @param only names must match one of these; empty = any name
 * @param skipped names must match none of these
 * @param prefixes addresses must be in one of these; empty = any address
 */
record CalicoMethod(boolean excludes, List<Pattern> only, List<Pattern> skipped, List<IpPrefix> prefixes) {

    static final String FIRST_FOUND = "first-found";

    /** The method of that name; empty where it is none of these, or its argument cannot be read. */
    static Optional<CalicoMethod> of(String method) {
        if (method.equals(FIRST_FOUND)) {
            return Optional.of(new CalicoMethod(true, List.of(), List.of(), List.of()));
        }
        int equals = method.indexOf('=');
        String[] items = method.substring(equals + 1).trim().split("\\s*,\\s*");
        return switch (equals < 0 ? method : method.substring(0, equals)) {
            case "interface" -> patterns(items).map(only -> new CalicoMethod(false, only, List.of(), List.of()));
            case "skip-interface" -> patterns(items).map(skip -> new CalicoMethod(true, List.of(), skip, List.of()));
            case "cidr", "cidrs" -> prefixes(items).map(cidrs -> new CalicoMethod(false, List.of(), List.of(), cidrs));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Pattern>> patterns(String... items) {
        List<Pattern> patterns = new ArrayList<>();
        for (String item : items) {
            Pattern pattern = BoundedText.pattern(item);
            if (pattern == null) {
                return Optional.empty();
            }
            patterns.add(pattern);
        }
        return Optional.of(patterns);
    }

    private static Optional<List<IpPrefix>> prefixes(String... items) {
        List<IpPrefix> prefixes = new ArrayList<>();
        for (String item : items) {
            Optional<IpPrefix> prefix = IpPrefix.parse(item);
            if (prefix.isEmpty()) {
                return Optional.empty();
            }
            prefixes.add(prefix.get());
        }
        return Optional.of(prefixes);
    }

    /** Whether the interface is looked at; absent where that cannot be found out. */
    @Nullable
    Boolean admits(NetworkInterface device) {
        if (excludes && CalicoExclusions.cover(device.name())) {
            return false;
        }
        Boolean wanted = only.isEmpty() ? Boolean.TRUE : anyMatches(only, device.name());
        Boolean unwanted = skipped.isEmpty() ? Boolean.FALSE : anyMatches(skipped, device.name());
        return wanted == null || unwanted == null ? null : wanted && !unwanted;
    }

    private static @Nullable Boolean anyMatches(List<Pattern> patterns, String name) {
        for (Pattern pattern : patterns) {
            Boolean found = BoundedText.find(pattern, name);
            if (found == null || found) {
                return found;
            }
        }
        return false;
    }

    /** Whether the address may be taken. */
    boolean admits(IpAddress address) {
        return address.isGlobalUnicast()
                && (prefixes.isEmpty() || prefixes.stream().anyMatch(each -> each.contains(address)));
    }
}
