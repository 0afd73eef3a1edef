package io.dualsight.web;

import io.dualsight.trend.CountPoint;
import io.dualsight.trend.FailurePoint;
import io.dualsight.trend.LoadPoint;
import io.dualsight.trend.Series;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Trends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Series over the reading API. */
@RestController
@RequestMapping("/api/v1/charts")
@Tag(name = "Charts", description = "Exact figures by bucket; a bucket with nothing in it is left out")
class ChartController {

    private final Trends trends;
    private final TrendQuestions questions;

    ChartController(Trends trends, TrendQuestions questions) {
        this.trends = trends;
        this.questions = questions;
    }

    @GetMapping("/ready-time")
    @TrendParameters
    @Parameter(
            name = "method",
            description =
                    "SERVICE_START_TO_READY (usual), JOIN_TO_READY, REBOOT_TO_READY or KUBELET_METRIC; never mixed")
    @Operation(summary = "Ready times by bucket: count and percentiles in seconds, linearly interpolated")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                    {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z", "bucketSeconds": 3600,
                     "unit": "seconds", "method": "SERVICE_START_TO_READY",
                     "series": [{"group": {"version": "v1.31.5+rke2r1"},
                                 "points": [{"start": "2026-11-22T10:00:00Z", "count": 7, "p50": 71.0, "p90": 104.4,
                                             "p95": 109.2, "p99": 113.0}],
                                 "total": {"start": "2026-11-22T00:00:00Z", "count": 7, "p50": 71.0, "p90": 104.4,
                                           "p95": 109.2, "p99": 113.0}}],
                     "withoutSample": {"RESTART_NO_TRANSITION": 2}}""")))
    ReadyTimes readyTime(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        SeriesQuestion question = questions.series(parameters, TrendQuestions.MINUTE);
        return ReadyTimes.of(question, trends);
    }

    @GetMapping("/failure-rate")
    @TrendParameters
    @Parameter(name = "component", description = "One component, such as calico-node")
    @Parameter(name = "level", description = "component (usual), or node: starts of nodes with all that they require")
    @Operation(summary = "Start attempts by bucket: how many failed, and the rate with its 95 % interval (Wilson)")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                    {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z", "bucketSeconds": 3600,
                     "unit": "ratio",
                     "series": [{"group": {"component": "calico-node"},
                                 "points": [{"start": "2026-11-22T10:00:00Z", "attempts": 20, "failures": 1,
                                             "rate": 0.05, "low": 0.0089, "high": 0.2361}],
                                 "total": {"start": "2026-11-22T00:00:00Z", "attempts": 20, "failures": 1,
                                           "rate": 0.05, "low": 0.0089, "high": 0.2361}}]}""")))
    Series<FailurePoint> failureRate(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return trends.failureRates(questions.series(parameters, TrendQuestions.QUARTER));
    }

    @GetMapping("/families")
    @TrendParameters
    @Operation(summary = "Nodes by family at the end of each bucket; versions and plug-ins are those of now")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                    {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z", "bucketSeconds": 3600,
                     "unit": "nodes",
                     "series": [{"group": {},
                                 "points": [{"start": "2026-11-22T10:00:00Z",
                                             "nodes": {"ipv6-only": 8200, "dual-stack": 1800}}]}]}""")))
    Series<CountPoint> families(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return trends.families(questions.series(parameters, TrendQuestions.MINUTE));
    }

    @GetMapping("/verdicts")
    @TrendParameters
    @Operation(summary = "Nodes by verdict at the end of each bucket, silence left aside")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                    {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z", "bucketSeconds": 3600,
                     "unit": "nodes",
                     "series": [{"group": {},
                                 "points": [{"start": "2026-11-22T10:00:00Z",
                                             "nodes": {"ok": 9870, "warning": 110, "critical": 20}}]}]}""")))
    Series<CountPoint> verdicts(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return trends.verdicts(questions.series(parameters, TrendQuestions.MINUTE));
    }

    @GetMapping("/resources")
    @TrendParameters
    @Operation(
            summary = "What nodes and their agents used in the last hour of each bucket: percentiles over nodes",
            description = "One reading of each node an hour. Of clusters it is kept as long as all charts are; with a"
                    + " node, version, cni or role, as long as raw reports. Groups: cluster")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                    {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z", "bucketSeconds": 3600,
                     "unit": "percent, bytes",
                     "series": [{"group": {},
                                 "points": [{"start": "2026-11-22T10:00:00Z", "nodes": 10000,
                                             "cpuPercent": {"p50": 12.5, "p95": 71.0},
                                             "memoryPercent": {"p50": 43.1, "p95": 88.2},
                                             "agentBytes": {"p50": 39845888.0, "p95": 42991616.0},
                                             "agentCpuPercent": {"p50": 0.08, "p95": 0.11}}]}]}""")))
    Series<LoadPoint> resources(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return trends.loads(questions.series(parameters, TrendQuestions.HOUR));
    }
}
