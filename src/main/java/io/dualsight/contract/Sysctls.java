package io.dualsight.contract;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kernel settings by full name, such as {@code net.ipv6.conf.eth0.accept_ra}, values as text.
 *
 * @param values a name that is missing could not be read
 */
public record Sysctls(SortedMap<String, String> values) {

    public Sysctls(Map<String, String> values) {
        this((SortedMap<String, String>) new TreeMap<>(values));
    }

    public Sysctls {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The setting's value. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of {@code net.ipv6.conf.SCOPE.KEY}, where the scope is an interface, {@code all} or {@code default}. */
    public Optional<String> ipv6(String scope, String key) {
        return get("net.ipv6.conf." + scope + "." + key);
    }
}
