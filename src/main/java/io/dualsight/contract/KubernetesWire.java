package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The report's {@code kubernetes}. */
final class KubernetesWire {

    private KubernetesWire() {}

    static KubernetesFacts read(Fields fields) {
        return new KubernetesFacts(
                fields.text("nodeUid"),
                fields.time("createdAt"),
                addresses(fields, "internalIps"),
                addresses(fields, "externalIps"),
                podCidrs(fields),
                annotations(fields),
                ready(fields));
    }

    private static @Nullable IpList addresses(Fields fields, String key) {
        return fields.holds(key)
                ? new IpList(parsed(fields, key, text -> IpAddress.parse(text).orElse(null), "an IP address"))
                : null;
    }

    private static @Nullable CidrList podCidrs(Fields fields) {
        return fields.holds("podCidrs")
                ? new CidrList(
                        parsed(fields, "podCidrs", text -> IpPrefix.parse(text).orElse(null), "a prefix"))
                : null;
    }

    private static <T> List<T> parsed(Fields fields, String key, Function<String, @Nullable T> parse, String expected) {
        List<T> values = new ArrayList<>();
        List<String> texts = fields.texts(key);
        for (int i = 0; i < texts.size(); i++) {
            T value = parse.apply(texts.get(i));
            if (value == null) {
                fields.faults().add(fields.path(key) + "[" + i + "]", texts.get(i), expected);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private static SortedMap<String, String> annotations(Fields fields) {
        SortedMap<String, String> annotations = new TreeMap<>();
        fields.entries("annotations").forEach((key, value) -> {
            String text = Leaf.text(value, fields.path("annotations") + "." + key, Limits.TEXT, fields.faults());
            if (text != null) {
                annotations.put(String.valueOf(key), text);
            }
        });
        return annotations;
    }

    private static @Nullable ReadyCondition ready(Fields fields) {
        Fields ready = fields.object("ready");
        String status = ready.parsed("status", KubernetesWire::status, "True, False or Unknown");
        return status == null
                ? null
                : new ReadyCondition(
                        status, ready.time("lastTransitionAt"), ready.text("reason"), ready.text("message"));
    }

    private static @Nullable String status(String text) {
        return List.of("True", "False", "Unknown").contains(text) ? text : null;
    }

    static Map<String, Object> write(KubernetesFacts node) {
        return new Tree()
                .put("nodeUid", node.nodeUid())
                .text("createdAt", node.createdAt())
                .put("internalIps", node.internalIps(), IpList::texts)
                .put("externalIps", node.externalIps(), IpList::texts)
                .put("podCidrs", node.podCidrs(), KubernetesWire::write)
                .section("annotations", node.annotations())
                .put("ready", node.ready(), KubernetesWire::write)
                .map();
    }

    private static List<String> write(CidrList cidrs) {
        return cidrs.prefixes().stream().map(IpPrefix::toString).toList();
    }

    private static Map<String, Object> write(ReadyCondition ready) {
        return new Tree()
                .put("status", ready.status())
                .text("lastTransitionAt", ready.lastTransitionAt())
                .put("reason", ready.reason())
                .put("message", ready.message())
                .map();
    }
}
