package io.dualsight.cluster;

import io.dualsight.contract.CalicoMethods;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads how calico-node looks for addresses out of the operator's Installation
 * ({@code spec.calicoNetwork.nodeAddressAutodetectionV4}, {@code V6}); what its writer left open stands in
 * {@code status.computed}.
 */
final class InstallationReader {

    private static final String NONE = "none";

    private InstallationReader() {}

    /**
     * What an Installation says.
     *
     * @param methods of both families
     * @param pools prefixes of the address pools
     */
    record Part(CalicoMethods methods, List<String> pools) {

        static final Part NOTHING = new Part(new CalicoMethods(null, null), List.of());
    }

    static Part read(GenericKubernetesResource installation) {
        Map<?, ?> written = map(installation.get("spec", "calicoNetwork"));
        Map<?, ?> computed = map(installation.get("status", "computed", "calicoNetwork"));
        List<String> pools = pools(computed.containsKey("ipPools") ? computed : written);
        return new Part(
                new CalicoMethods(
                        method(written, computed, "nodeAddressAutodetectionV4", pools),
                        method(written, computed, "nodeAddressAutodetectionV6", pools)),
                pools);
    }

    /**
     * A method that stands in neither is the operator's default: {@code first-found} for IPv4 where a pool of that family
     * exists, none for IPv6.
     */
    private static @Nullable String method(Map<?, ?> written, Map<?, ?> computed, String key, List<String> pools) {
        if (written.get(key) instanceof Map<?, ?> chosen) {
            return method(chosen);
        }
        if (computed.get(key) instanceof Map<?, ?> chosen) {
            return method(chosen);
        }
        if (pools.isEmpty()) {
            return null;
        }
        boolean first = key.endsWith("V4") && pools.stream().anyMatch(each -> each.contains("."));
        return first ? "first-found" : NONE;
    }

    private static String method(Map<?, ?> chosen) {
        if (Boolean.TRUE.equals(chosen.get("firstFound"))) {
            return "first-found";
        }
        if ("NodeInternalIP".equals(chosen.get("kubernetes"))) {
            return "kubernetes";
        }
        for (Map.Entry<String, String> each : Map.of(
                        "interface", "interface", "skipInterface", "skip-interface", "canReach", "can-reach")
                .entrySet()) {
            if (chosen.get(each.getKey()) instanceof String value && !value.isEmpty()) {
                return WireText.cut(each.getValue() + "=" + value);
            }
        }
        return chosen.get("cidrs") instanceof List<?> cidrs && !cidrs.isEmpty()
                ? WireText.cut("cidr=" + cidrs.stream().map(String::valueOf).collect(Collectors.joining(",")))
                : NONE;
    }

    private static List<String> pools(Map<?, ?> network) {
        return network.get("ipPools") instanceof List<?> pools
                ? pools.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> map(each).get("cidr"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
