package io.dualsight.store;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report in two parts, so that a node that does not change says the same thing each time: its facts, and the rest,
 * which differs in every report. Who sent it stands in neither; the node's row knows.
 *
 * @param facts JSON
 * @param rest JSON: id and time, what agent and node use, and how long checks took
 */
record ReportParts(String facts, String rest) {

    /** Fields of a report that differ in each. */
    static final List<String> TOP = List.of("reportId", "collectedAt", "resources");

    /** Fields of its {@code agent} that do. */
    static final List<String> AGENT = List.of("spooledReports", "droppedReports", "memoryBytes", "cpuSeconds");

    /** The field of whatever it timed that does. */
    static final String MILLIS = "millis";

    /** Where a component has what it timed. */
    static final String ENDPOINTS = "endpoints";

    static ReportParts of(Report report) {
        Map<String, Object> tree = ReportWriter.tree(report);
        tree.remove("cluster");
        tree.remove("node");
        Map<String, @Nullable Object> rest = takeRest(tree);
        return new ReportParts(Json.write(tree), Json.write(rest));
    }

    /** The rest of a report of which only {@linkplain #headOf the head} need be there. */
    static String restOf(Report head) {
        return Json.write(takeRest(ReportWriter.tree(head)));
    }

    /** The head of an outline without components that timed nothing. */
    static Map<String, Object> headOf(Map<?, ?> outline) {
        Map<String, Object> head = new LinkedHashMap<>();
        outline.forEach((key, value) -> head.put(String.valueOf(key), value));
        if (head.get("components") instanceof Collection<?> components) {
            head.put(
                    "components",
                    components.stream().filter(ReportParts::isTimed).toList());
        }
        return head;
    }

    private static boolean isTimed(@Nullable Object component) {
        return component instanceof Map<?, ?> fields && fields.get(ENDPOINTS) != null;
    }

    private static Map<String, @Nullable Object> takeRest(Map<String, Object> tree) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        move(tree, rest, TOP);
        Map<String, @Nullable Object> agent = new LinkedHashMap<>();
        objects(tree.get("agent")).forEach(each -> move(each, agent, AGENT));
        List<@Nullable Object> millis = new ArrayList<>();
        checks(tree).forEach(check -> millis.add(check.remove(MILLIS)));
        rest.put("agent", agent);
        rest.put(MILLIS, millis);
        return rest;
    }

    /** The report as its node sent it. */
    Report whole(NodeKey key) {
        Map<String, Object> tree = objects(Json.read(facts)).get(0);
        Map<String, Object> left = objects(Json.read(rest)).get(0);
        move(left, tree, TOP);
        tree.put("cluster", key.cluster());
        tree.put("node", key.node());
        for (Map<String, Object> agent : objects(tree.get("agent"))) {
            objects(left.get("agent")).forEach(agent::putAll);
        }
        List<?> millis = left.get(MILLIS) instanceof List<?> list ? list : List.of();
        List<Map<String, Object>> checks = checks(tree);
        for (int i = 0; i < Math.min(checks.size(), millis.size()); i++) {
            Object value = millis.get(i);
            if (value != null) {
                checks.get(i).put(MILLIS, value);
            }
        }
        return ReportReader.read(tree, null);
    }

    private static void move(Map<String, Object> from, Map<String, ? super Object> to, List<String> keys) {
        for (String key : keys) {
            Object value = from.remove(key);
            if (value != null) {
                to.put(key, value);
            }
        }
    }

    /** Everything in a report that is timed, in its order. */
    private static List<Map<String, Object>> checks(Map<String, Object> tree) {
        List<Map<String, Object>> checks = new ArrayList<>(objects(tree.get("connectivity")));
        objects(tree.get("components")).forEach(each -> checks.addAll(objects(each.get(ENDPOINTS))));
        return checks;
    }

    /** The objects of a JSON list, or the one object that stands there, or none. */
    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static List<Map<String, Object>> objects(@Nullable Object json) {
        if (json instanceof List<?> list) {
            return (List<Map<String, Object>>) list;
        }
        return json == null ? List.of() : List.of((Map<String, Object>) json);
    }
}
