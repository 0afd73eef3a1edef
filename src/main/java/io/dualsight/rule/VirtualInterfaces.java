package io.dualsight.rule;

import java.util.List;
import java.util.regex.Pattern;

/** Interfaces whose addresses belong to pods, bridges or tunnels, and not to the node. */
final class VirtualInterfaces {

    private final Pattern any;

    VirtualInterfaces(List<String> patterns) {
        // an empty list has no virtual interface, and an empty alternative would match everything
        this.any = Pattern.compile(patterns.isEmpty() ? "(?!)" : "(?:" + String.join(")|(?:", patterns) + ")");
    }

    boolean cover(String name) {
        return any.matcher(name).find();
    }
}
