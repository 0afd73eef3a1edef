package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Nodes that report to a running console, the way every node does. */
final class Fleet {

    private static final Path VECTORS = Path.of("src/test/resources/vectors");

    private final Visitor agent;

    Fleet(int port) {
        this.agent = new Visitor(port);
    }

    /** Each vector's node reports once, just now. */
    void reportVectors() {
        List<Object> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(VECTORS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Map<?, ?> vector = (Map<?, ?>) Json.read(Files.readString(file));
                reports.add(now((Map<?, ?>) vector.get("report")));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(reports).isNotEmpty();
        report(reports);
    }

    void report(List<Object> reports) {
        var answer = agent.post("/api/v1/reports", Json.write(reports), "Authorization", "Bearer " + InConsole.AGENT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejected\":[]");
    }

    /** A report with no facts but who sends it, and these. */
    static Map<String, Object> bare(String cluster, String node, Map<String, ?> facts) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schemaVersion", 1);
        report.put("cluster", cluster);
        report.put("node", node);
        report.putAll(facts);
        return now(report);
    }

    /** The same facts, read a moment ago and not sent before. */
    static Map<String, Object> now(Map<?, ?> report) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        report.forEach((name, value) -> fresh.put((String) name, value));
        fresh.put("reportId", UUID.randomUUID().toString());
        fresh.put("collectedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        return fresh;
    }
}
