package io.dualsight.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report's {@code interfaces}, {@code routes}, {@code sysctls}, {@code hostsFile} and {@code resolvers}. */
final class NetworkWire {

    private NetworkWire() {}

    static NetworkFacts read(Fields fields, ProbeErrors gaps) {
        return new NetworkFacts(
                fields.holds("interfaces") ? InterfaceWire.read(fields, gaps) : null,
                fields.holds("routes") ? RouteWire.read(fields, gaps) : null,
                sysctls(fields),
                fields.holds("hostsFile") ? new HostsFile(fields.texts("hostsFile")) : null,
                fields.holds("resolvers") ? new Resolvers(fields.texts("resolvers")) : null);
    }

    private static @Nullable Sysctls sysctls(Fields fields) {
        if (!fields.holds("sysctls")) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        fields.entries("sysctls").forEach((key, value) -> {
            String text = Leaf.scalar(value, fields.path("sysctls") + "." + key, fields.faults());
            if (text != null) {
                values.put(String.valueOf(key), text);
            }
        });
        return new Sysctls(values);
    }

    static void write(NetworkFacts network, ProbeErrors gaps, Tree tree) {
        if (network.interfaces() != null) {
            InterfaceWire.write(network.interfaces(), gaps, tree);
        }
        tree.put("routes", network.routes(), routes -> RouteWire.write(routes, gaps))
                .put("sysctls", network.sysctls(), Sysctls::values)
                .put("hostsFile", network.hostsFile(), HostsFile::lines)
                .put("resolvers", network.resolvers(), Resolvers::servers);
    }
}
