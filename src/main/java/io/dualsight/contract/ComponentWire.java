package io.dualsight.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the report's {@code components}. */
final class ComponentWire {

    private static final List<String> STATES = List.of("running", "waiting", "terminated", "absent", "unknown");
    private static final List<String> KINDS = List.of("container", "init-container", "unit");
    private static final int MOST_ENDPOINTS = 32;

    private ComponentWire() {}

    static ComponentFacts read(Fields fields) {
        String name = fields.text("name");
        return new ComponentFacts(
                name == null ? "" : name,
                fields.text("instance"),
                fields.parsed("kind", text -> oneOf(KINDS, text), String.join(", ", KINDS)),
                status(fields),
                new ComponentFacts.Times(fields.time("startedAt"), fields.flag("ready"), fields.time("readyAt")),
                fields.flag("deleting", false),
                fields.objects("endpoints", MOST_ENDPOINTS).stream()
                        .map(ComponentWire::endpoint)
                        .toList());
    }

    private static ComponentFacts.Status status(Fields fields) {
        String state = fields.parsed("state", text -> oneOf(STATES, text), String.join(", ", STATES));
        return new ComponentFacts.Status(
                state == null ? "unknown" : state,
                fields.text("reason"),
                fields.integer("exitCode", Integer.MIN_VALUE, Integer.MAX_VALUE),
                fields.integer("restartCount", 0, Integer.MAX_VALUE));
    }

    private static ComponentFacts.Endpoint endpoint(Fields fields) {
        String url = fields.text("url");
        return new ComponentFacts.Endpoint(
                url == null ? "" : url,
                fields.integer("status", 0, 999),
                fields.integer("millis", 0, Integer.MAX_VALUE));
    }

    private static @Nullable String oneOf(List<String> known, String text) {
        return known.contains(text) ? text : null;
    }

    static Map<String, Object> write(ComponentFacts component) {
        return new Tree()
                .put("name", component.name())
                .put("instance", component.instance())
                .put("kind", component.kind())
                .put("state", component.status().state())
                .put("reason", component.status().reason())
                .put("exitCode", component.status().exitCode())
                .put("restartCount", component.status().restartCount())
                .text("startedAt", component.times().startedAt())
                .put("ready", component.times().ready())
                .text("readyAt", component.times().readyAt())
                .put("deleting", component.deleting())
                .list("endpoints", component.endpoints(), ComponentWire::write)
                .map();
    }

    private static Map<String, Object> write(ComponentFacts.Endpoint endpoint) {
        return new Tree()
                .put("url", endpoint.url())
                .put("status", endpoint.status())
                .put("millis", endpoint.millis())
                .map();
    }
}
