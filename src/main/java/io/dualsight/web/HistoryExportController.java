package io.dualsight.web;

import io.dualsight.store.HistoryQuery;
import io.dualsight.store.NodeChange;
import io.dualsight.store.NodeHistory;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.ReportEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What nodes said and how they changed, as CSV: {@code contract.md} §4. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports")
class HistoryExportController {

    private static final String REPORTS = "cluster,node,collected_at,received_at,report_id,family,verdict,ipv4_address,"
            + "ipv6_address,node_ip_configured,ready_seconds,distribution_version,probe_errors";
    private static final String CHANGES = "cluster,node,changed_at,what,before,after";

    private final NodeHistory history;
    private final Clock clock;

    HistoryExportController(NodeHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @GetMapping(path = "/reports.csv", produces = "text/csv")
    @ExportParameters
    @Operation(summary = "Every stored report, node by node, as CSV")
    void reports(@Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        HistoryQuery query = query(parameters);
        CsvFile file = CsvFile.start(response, "dualsight-reports.csv", REPORTS);
        history.streamReports(query, report -> write(file, report));
        file.end();
    }

    private static void write(CsvFile file, ReportEntry report) {
        ReportEntry.Summary facts = report.facts();
        file.row(Arrays.asList(
                report.key().cluster(),
                report.key().node(),
                report.collectedAt(),
                report.receivedAt(),
                report.reportId(),
                facts.family().wire(),
                report.verdict().wire(),
                facts.ipv4Address(),
                facts.ipv6Address(),
                facts.nodeIpConfigured(),
                facts.readySeconds(),
                facts.distributionVersion(),
                facts.probeErrors()));
    }

    @GetMapping(path = "/changes.csv", produces = "text/csv")
    @ExportParameters
    @Operation(summary = "Every change of addresses, node IPs, versions and verdicts, newest first, as CSV")
    void changes(@Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        HistoryQuery query = query(parameters);
        CsvFile file = CsvFile.start(response, "dualsight-changes.csv", CHANGES);
        history.streamChanges(query, change -> write(file, change));
        file.end();
    }

    private static void write(CsvFile file, NodeChange change) {
        file.row(Arrays.asList(
                change.key().cluster(),
                change.key().node(),
                change.changedAt(),
                change.what(),
                change.before(),
                change.after()));
    }

    private HistoryQuery query(Map<String, String> parameters) {
        TimeRange range = TimeRange.of(parameters, clock.instant());
        return new HistoryQuery(
                text(parameters, "cluster"), text(parameters, "node"), range.from(), range.to(), NodeQuery.USUAL, null);
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }
}
