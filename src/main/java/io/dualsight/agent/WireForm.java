package io.dualsight.agent;

import io.dualsight.contract.Json;
import io.dualsight.contract.Limits;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report in a form that a console takes, whatever the node's files held: texts and lists are cut at the contract's
 * limits, and what makes a report too large is left out and named among the probe errors, largest first.
 */
final class WireForm {

    private static final Set<String> KEPT =
            Set.of("schemaVersion", "reportId", "cluster", "node", "collectedAt", "agent");

    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<Object> leftOut = new ArrayList<>();

    private WireForm(Report report) {
        ReportWriter.tree(report).forEach((key, value) -> tree.put(key, bounded(value)));
    }

    /** The report as it may be sent. */
    static Map<String, Object> tree(Report report) {
        WireForm form = new WireForm(report);
        form.fit();
        return form.tree;
    }

    /** The same as JSON in UTF-8. */
    static byte[] bytes(Report report) {
        return new WireForm(report).fit();
    }

    private static Object bounded(Object value) {
        if (value instanceof String text) {
            return bounded(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().limit(Limits.ENTRIES).map(WireForm::bounded).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.entrySet().stream()
                    .limit(Limits.ENTRIES)
                    .forEach(each -> inner.put(bounded(String.valueOf(each.getKey())), bounded(each.getValue())));
            return inner;
        }
        return value;
    }

    private static String bounded(String text) {
        int end = Math.min(Limits.TEXT, text.length());
        // no half of a character that takes two
        end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return text.substring(0, end).replace('\0', '\ufffd');
    }

    private byte[] fit() {
        byte[] json = Json.bytes(tree);
        for (String largest = largest(); json.length > Limits.REPORT_BYTES && largest != null; largest = largest()) {
            leaveOut(largest, json.length);
            json = Json.bytes(tree);
        }
        return json;
    }

    private @Nullable String largest() {
        return tree.keySet().stream()
                .filter(key -> !KEPT.contains(key))
                .max((one, other) -> Integer.compare(size(one), size(other)))
                .orElse(null);
    }

    private int size(String key) {
        return Json.bytes(tree.get(key)).length;
    }

    private void leaveOut(String key, int all) {
        tree.remove(key);
        leftOut.add(Map.of(
                "probe",
                key,
                "message",
                "left out: the report would have " + all + " bytes, of which a console takes " + Limits.REPORT_BYTES));
        if (tree.get("agent") instanceof Map<?, ?> agent) {
            Map<String, Object> told = new LinkedHashMap<>();
            agent.forEach((name, value) -> told.put(String.valueOf(name), value));
            List<Object> errors = new ArrayList<>(leftOut);
            if (agent.get("probeErrors") instanceof List<?> before && leftOut.size() == 1) {
                errors.addAll(before);
            }
            told.put("probeErrors", errors);
            tree.put("agent", told);
        }
    }
}
