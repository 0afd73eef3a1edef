package io.dualsight.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The distribution's {@code config.yaml} with {@code config.yaml.d} merged, cut down to the keys that matter.
 * No other key leaves the node: the file holds tokens.
 *
 * @param source the file's path, and after {@link #OVERRIDDEN_BY} the unit whose flags override it; absent = not known
 * @param values each key as written; a single string is a list of one
 */
public record ConfigFacts(@Nullable String source, Map<String, List<String>> values) {

    /** The keys that a report may carry. */
    public static final Set<String> KEYS = Set.of(
            "node-ip",
            "node-external-ip",
            "advertise-address",
            "cluster-cidr",
            "service-cidr",
            "cluster-dns",
            "cni",
            "disable-cloud-controller",
            "kubelet-arg",
            "flannel-iface",
            "resolv-conf",
            "tls-san",
            "node-name");

    /** Between the file's path and the unit, where flags of the service override what the file says. */
    public static final String OVERRIDDEN_BY = ", overridden by flags of ";

    private static final Set<String> TRUE = Set.of("true", "t", "1", "yes", "y", "on");

    public ConfigFacts {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        values = Collections.unmodifiableMap(copy);
    }

    /** The file's path; absent where it is not known. */
    public @Nullable String file() {
        return source == null ? null : source.split(OVERRIDDEN_BY, 2)[0];
    }

    /** The systemd unit whose flags override the file, such as {@code k3s.service}; absent where none are known. */
    public @Nullable String overriddenBy() {
        String[] parts = source == null ? new String[0] : source.split(OVERRIDDEN_BY, 2);
        return parts.length == 2 ? parts[1] : null;
    }

    /** The value as one comma-separated string, which is how k3s reads a list; absent where the key is not set. */
    public @Nullable String text(String key) {
        List<String> list = values.get(key);
        return list == null ? null : String.join(",", list);
    }

    /** The items of a comma-separated value or list, blanks around them kept; empty where the key is not set. */
    public List<String> items(String key) {
        List<String> items = new ArrayList<>();
        for (String value : values.getOrDefault(key, List.of())) {
            items.addAll(List.of(value.split(",", -1)));
        }
        return items;
    }

    /** Whether the key holds what YAML 1.1 or Go's {@code strconv.ParseBool} takes for true. */
    public boolean enables(String key) {
        String value = text(key);
        return value != null && TRUE.contains(value.trim().toLowerCase(Locale.ROOT));
    }

    /** Whether the key is written at all, be it empty. */
    public boolean has(String key) {
        return values.containsKey(key);
    }
}
