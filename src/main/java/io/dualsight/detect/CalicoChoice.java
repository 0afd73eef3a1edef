package io.dualsight.detect;

import org.jspecify.annotations.Nullable;

/**
 * calico-node's address of one family.
 *
 * @param env its environment {@code IP} or {@code IP6}: {@code none} or {@code autodetect}; absent = not known
 * @param method its autodetection method, such as {@code first-found}; absent with {@code none}, or where not known
 * @param address with prefix length, as calico-node will record it, or keeps it; absent = none, or not known
 * @param nothingFound whether the method is known to find no address
 * @param methodReported whether the method was read on the node and not derived from the chart
 */
public record CalicoChoice(
        @Nullable String env,
        @Nullable String method,
        @Nullable String address,
        boolean nothingFound,
        boolean methodReported) {

    static final CalicoChoice UNKNOWN = new CalicoChoice(null, null, null, false, false);

    /** Whether calico-node is known to look for an address. */
    public boolean autodetects() {
        return "autodetect".equals(env);
    }

    /** Whether calico-node is known not to look for one. */
    public boolean disabled() {
        return "none".equals(env);
    }
}
