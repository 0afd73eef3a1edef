package io.dualsight.rule;

import io.dualsight.contract.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes one fact out of a report. A fact is a field, wherever it stands; a key of the configuration is none, as a key
 * that is not there is not set, and the items of a list belong together.
 *
 * @param path the keys and indices that lead to it
 */
record Removal(List<Object> path) {

    static final Set<String> REQUIRED = Set.of("schemaVersion", "reportId", "cluster", "node", "collectedAt");

    static List<Removal> allOf(Map<String, Object> tree) {
        List<Removal> all = new ArrayList<>();
        collect(tree, List.of(), all);
        return all;
    }

    private static void collect(Object node, List<Object> path, List<Removal> all) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                List<Object> deeper = plus(path, key);
                if (!(path.isEmpty() && REQUIRED.contains(key))
                        && !deeper.subList(0, deeper.size() - 1).equals(List.of("config", "values"))) {
                    all.add(new Removal(deeper));
                }
                collect(value, deeper, all);
            });
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), plus(path, i), all);
            }
        }
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> deeper = new ArrayList<>(path);
        deeper.add(step);
        return deeper;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> applied(Map<String, Object> tree) {
        Map<String, Object> copy = (Map<String, Object>) Json.read(Json.write(tree));
        Object parent = copy;
        for (Object step : path.subList(0, path.size() - 1)) {
            parent = parent instanceof Map<?, ?> map ? map.get(step) : ((List<?>) parent).get((Integer) step);
        }
        ((Map<?, ?>) parent).remove(path.get(path.size() - 1));
        return copy;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
