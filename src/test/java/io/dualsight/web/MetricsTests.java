package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dualsight.InstalledProgram;
import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What Prometheus is given, against what the shipped alert rules and dashboard ask for. */
@InConsole
class MetricsTests {

    private static final Path FILES = Path.of("src/main/packaging/prometheus").toAbsolutePath();
    private static final Path RULES = FILES.resolve("dualsight-alerts.yaml");
    private static final Pattern SELECTOR = Pattern.compile("(dualsight_\\w+)(?:\\{([^}]*)})?");
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    ScheduledTaskHolder jobs;

    @TempDir
    Path folder;

    /** A fleet with a critical finding, counted just now and not at the next quarter of a minute. */
    @BeforeEach
    void count() {
        new Fleet(port).reportVectors();
        jobs.getScheduledTasks().stream()
                .map(job -> job.getTask().getRunnable())
                .filter(job -> job.toString().endsWith("Gauges.look"))
                .forEach(Runnable::run);
    }

    /** By a role that may do no more than read. */
    private String token() {
        String made = new Visitor(port)
                .post(
                        "/api/v1/api-tokens",
                        "{\"name\":\"prometheus " + System.nanoTime() + "\",\"role\":\"viewer\"}",
                        "Authorization",
                        "Bearer " + InConsole.PROGRAM)
                .body();
        return String.valueOf(((Map<?, ?>) Json.read(made)).get("token"));
    }

    /** The expressions of all panels. */
    private static List<String> dashboard() throws IOException {
        List<String> expressions = new ArrayList<>();
        Map<?, ?> tree = (Map<?, ?>) Json.read(Files.readString(FILES.resolve("grafana-dashboard.json")));
        for (Object panel : (List<?>) tree.get("panels")) {
            for (Object target : (List<?>) ((Map<?, ?>) panel).get("targets")) {
                expressions.add((String) ((Map<?, ?>) target).get("expr"));
            }
        }
        return expressions;
    }

    @Test
    void everyMetricThatRulesAndDashboardAskForIsExposedWithItsLabels() throws IOException {
        String scrape = new Visitor(port)
                .get("/actuator/prometheus", "Authorization", "Bearer " + token())
                .body();
        Set<String> asked = new TreeSet<>();
        Matcher selectors = SELECTOR.matcher(Files.readString(RULES) + dashboard());
        while (selectors.find()) {
            asked.add(selectors.group(1));
            String labels = selectors.group(2) == null ? "" : selectors.group(2);
            for (String label : labels.isEmpty() ? new String[0] : labels.split("\\s*,\\s*")) {
                String name = label.split("[=!]")[0];
                assertThat(scrape).containsPattern("(?m)^" + selectors.group(1) + "\\{[^}]*\\b" + name + "=");
            }
        }
        assertThat(asked)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(name -> assertThat(scrape).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void everyMetricOfTheProductIsExposedAndNoneNamesANode() {
        String scrape = new Visitor(port)
                .get("/actuator/prometheus", "Authorization", "Bearer " + token())
                .body();
        assertThat(List.of(
                        "dualsight_nodes_by_family{family=\"ipv6-only\"}",
                        "dualsight_nodes_by_verdict{verdict=\"critical\"}",
                        "dualsight_nodes_in_state{state=\"stale\"}",
                        "dualsight_findings_unresolved{rule=",
                        "dualsight_ready_seconds_count{method=\"SERVICE_START_TO_READY\"}",
                        "dualsight_ready_seconds_sum{method=",
                        "dualsight_start_attempts_total{component=\"calico-node\"}",
                        "dualsight_start_failures_total{component=\"other\"}",
                        "dualsight_reports_received_total",
                        "dualsight_reports_ended_total{outcome="))
                .allSatisfy(start -> assertThat(scrape).contains("\n" + start));
        assertThat(scrape).doesNotContain("node-v08", "node=\"");
    }

    @Test
    void theRulesAreWhatPromtoolUnderstandsAndFireWhenTheyShould() throws IOException {
        String promtool = installed("promtool");
        Files.copy(RULES, folder.resolve("dualsight-alerts.yaml"));
        Files.copy(Path.of("src/test/resources/prometheus/alerts-test.yaml"), folder.resolve("alerts-test.yaml"));
        for (String what : List.of("check rules dualsight-alerts.yaml", "test rules alerts-test.yaml")) {
            String[] command = (promtool + " " + what).split(" ");
            try (InstalledProgram run = InstalledProgram.start(folder, command)) {
                assertThat(run.end()).as(run.words()).isZero();
            }
        }
    }

    private static String installed(String program) {
        assumeTrue(InstalledProgram.find(program).isPresent(), program + " is not installed");
        return InstalledProgram.find(program).orElseThrow().toString();
    }

    @Test
    void aRealPrometheusScrapesItAndAnswersEveryPanel() throws IOException {
        String program = installed("prometheus");
        Files.writeString(folder.resolve("token"), token());
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: dualsight
                    metrics_path: /actuator/prometheus
                    authorization: {credentials_file: token}
                    static_configs: [{targets: ["localhost:%d"]}]
                """.formatted(RULES, port));
        int own = InstalledProgram.freePort();
        try (InstalledProgram prometheus = InstalledProgram.start(
                folder,
                program,
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + own)) {
            Visitor reader = new Visitor(own);
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(AssertionError.class)
                    .until(() -> answer(reader, "up{job=\"dualsight\"}").contains(",\"1\"]"));
            for (String panel : dashboard()) {
                String shown = panel.replace("5m", "4s");
                await().alias(shown)
                        .atMost(SOON)
                        .until(() -> answer(reader, shown).contains("\"value\":"));
            }
            String rules = reader.get("/api/v1/rules").body();
            assertThat(rules).as(prometheus.words()).contains("DualsightIncorrectNodeIp", "\"health\":\"ok\"");
            assertThat(rules).doesNotContain("\"health\":\"err\"");
        }
    }

    private static String answer(Visitor reader, String expression) {
        return reader.get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .body();
    }
}
