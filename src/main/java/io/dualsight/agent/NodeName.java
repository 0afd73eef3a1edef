package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.Limits;
import io.dualsight.contract.Names;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The node's name in Kubernetes: as told, else as configured, else the host's name, which kubelet lower-cases. */
final class NodeName {

    private static final String FLAG = "hostname-override=";

    private NodeName() {}

    /** The name that a report of this node stands under. */
    static String of(@Nullable String told, @Nullable ConfigFacts config, HostFacts host) {
        if (told != null) {
            return told;
        }
        String configured = config == null ? null : configured(config);
        String hostname = host.hostname();
        String name = configured == null || configured.isEmpty() ? hostname : configured;
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return Names.isNode(lower) ? lower : madeOf(lower);
    }

    /** Kubelet would not start under such a name, but a host without Kubernetes may have it. */
    private static String madeOf(String text) {
        String cut = text.substring(0, Math.min(Limits.NODE_NAME, text.length()));
        String name = cut.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "unnamed" : name;
    }

    /** Kubelet's own flag wins over what the distribution would give it. */
    private static @Nullable String configured(ConfigFacts config) {
        return config.values().getOrDefault("kubelet-arg", List.of()).stream()
                .filter(each -> each.startsWith(FLAG))
                .map(each -> each.substring(FLAG.length()))
                .reduce((first, last) -> last)
                .orElseGet(() -> config.text("node-name"));
    }
}
