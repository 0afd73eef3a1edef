package io.dualsight.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which families a host has usable addresses of. */
public enum HostStack {
    IPV4_ONLY,
    IPV6_ONLY,
    DUAL_STACK,
    NONE,
    /** The addresses could not be read whole. */
    UNKNOWN;

    /** The name in answers: {@code ipv4-only ipv6-only dual-stack none unknown}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stack of that wire name; empty for another text. */
    public static Optional<HostStack> of(String wire) {
        return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
}
