package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The contract's example with a script or formula in every text that the console lets a node say. */
final class HostileReport {
    static final String NODE = "hostile-node";

    private final int port;
    private final String cluster;
    private final String script;

    HostileReport(int port, String cluster, String script) {
        this.port = port;
        this.cluster = cluster;
        this.script = script;
    }

    /** Tries each text alone, then sends one report with all that were taken; answers how many those are. */
    int send() {
        List<List<Object>> taken =
                texts(example(), List.of()).stream().filter(this::isTaken).toList();
        Map<String, Object> report = named(NODE);
        taken.forEach(path -> set(report, path));
        HttpResponse<String> answer = post(report);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return taken.size();
    }

    private boolean isTaken(List<Object> path) {
        Map<String, Object> report = named("probe-node");
        set(report, path);
        return !List.of("cluster", "node").contains(path.get(0)) && post(report).statusCode() == 200;
    }

    private HttpResponse<String> post(Map<String, Object> report) {
        return new Visitor(port)
                .post("/api/v1/reports", Json.write(report), "Authorization", "Bearer " + InConsole.AGENT);
    }

    private Map<String, Object> named(String node) {
        Map<String, Object> report = Fleet.now(example());
        report.put("cluster", cluster);
        report.put("node", node);
        return report;
    }

    private static List<List<Object>> texts(Object tree, List<Object> path) {
        List<List<Object>> found = new ArrayList<>();
        if (tree instanceof String) {
            found.add(path);
        } else if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> found.addAll(texts(value, with(path, name))));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                found.addAll(texts(list.get(i), with(path, i)));
            }
        }
        return found;
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private void set(Map<String, Object> report, List<Object> path) {
        Consumer<String> last = null;
        Object tree = report;
        for (Object step : path) {
            last = place(tree, step);
            tree = tree instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) tree).get(step);
        }
        assertThat(last).isNotNull();
        last.accept(script);
    }

    @SuppressWarnings("unchecked")
    private static Consumer<String> place(Object tree, Object step) {
        return tree instanceof List<?> list
                ? text -> ((List<Object>) list).set((Integer) step, text)
                : text -> ((Map<String, Object>) tree).put((String) step, text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> example() {
        try (InputStream in = HostileReport.class.getResourceAsStream("/contract/report.json")) {
            return (Map<String, Object>) Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
