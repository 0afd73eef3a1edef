package io.dualsight.contract;

import java.util.Map;

/** The report's {@code host}. */
final class HostWire {

    private HostWire() {}

    static HostFacts read(Fields fields) {
        return new HostFacts(
                fields.text("hostname"),
                new HostFacts.OperatingSystem(fields.text("os"), fields.text("kernel"), fields.text("architecture")),
                new HostFacts.Boot(fields.text("bootId"), fields.time("bootedAt")),
                new HostFacts.Distribution(fields.text("distribution"), fields.text("distributionVersion")),
                fields.texts("roles"));
    }

    static Map<String, Object> write(HostFacts host) {
        return new Tree()
                .put("hostname", host.hostname())
                .put("os", host.system().os())
                .put("kernel", host.system().kernel())
                .put("architecture", host.system().architecture())
                .put("bootId", host.boot().bootId())
                .text("bootedAt", host.boot().bootedAt())
                .put("distribution", host.distribution().name())
                .put("distributionVersion", host.distribution().version())
                .list("roles", host.roles(), role -> role)
                .map();
    }
}
