package io.dualsight.cluster;

import io.dualsight.contract.Json;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A view as JSON: a report, and what a report has no room for. */
final class NodeViewJson {

    private static final KubernetesFacts NOTHING =
            new KubernetesFacts(null, null, null, null, null, new TreeMap<>(), null);

    private NodeViewJson() {}

    static String write(NodeView view) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("report", ReportWriter.tree(view.report()));
        json.put("taints", view.extra().taints());
        json.put(
                "events",
                view.extra().events().stream().map(NodeViewJson::write).toList());
        return Json.write(json);
    }

    private static Map<String, @Nullable Object> write(NodeView.Event event) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", event.at().toString());
        json.put("reason", event.reason());
        json.put("message", event.message());
        json.put("warning", event.warning());
        return json;
    }

    static NodeView read(String json) {
        Map<?, ?> tree = (Map<?, ?>) Objects.requireNonNull(Json.read(json));
        Report report = ReportReader.read(tree.get("report"), null);
        KubernetesFacts kubernetes = report.kubernetes() == null ? NOTHING : report.kubernetes();
        return new NodeView(
                report.origin().cluster(),
                report.origin().node(),
                kubernetes,
                report.host(),
                report.runtime(),
                new NodeView.Extra(taints(tree), events(tree)),
                report.origin().collectedAt());
    }

    private static List<String> taints(Map<?, ?> tree) {
        return list(tree.get("taints")).stream().map(String::valueOf).toList();
    }

    private static List<NodeView.Event> events(Map<?, ?> tree) {
        List<NodeView.Event> events = new ArrayList<>();
        for (Object each : list(tree.get("events"))) {
            Map<?, ?> event = (Map<?, ?>) each;
            events.add(new NodeView.Event(
                    Instant.parse((String) event.get("at")),
                    String.valueOf(event.get("reason")),
                    (String) event.get("message"),
                    Boolean.TRUE.equals(event.get("warning"))));
        }
        return events;
    }

    private static List<?> list(@Nullable Object json) {
        return json instanceof List<?> list ? list : List.of();
    }
}
