package io.dualsight.web;

import io.dualsight.trend.FailurePoint;
import io.dualsight.trend.GroupBy;
import io.dualsight.trend.ReadySample;
import io.dualsight.trend.Series;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Span;
import io.dualsight.trend.TrendFilter;
import io.dualsight.trend.Trends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was measured, as CSV: {@code contract.md} §4. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports")
class TrendExportController {

    private static final String READY_TIMES =
            "cluster,node,method,started_at,ready_at,ready_seconds,distribution_version,cni,family";
    private static final String FAILURE_RATES = "bucket_start,cluster,component,attempts,failures,rate";

    /** An export without a range is of everything that is kept. */
    private static final Duration ALL = Duration.ofDays(740);

    private static final Duration MONTH = Duration.ofDays(30);

    private final Trends trends;
    private final TrendQuestions questions;

    TrendExportController(Trends trends, TrendQuestions questions) {
        this.trends = trends;
        this.questions = questions;
    }

    @GetMapping(path = "/ready-times.csv", produces = "text/csv")
    @TrendParameters
    @Operation(summary = "Every Ready-time sample, as CSV in the order of time; without a range, all that are kept")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", examples = @ExampleObject("""
            cluster,node,method,started_at,ready_at,ready_seconds,distribution_version,cni,family
            edge,n1,SERVICE_START_TO_READY,2026-11-22T09:11:20Z,2026-11-22T09:13:01Z,101,v1.31.5+rke2r1,calico,ipv6-only
            """)))
    void readyTimes(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        Span.Window range = questions.window(parameters, ALL);
        TrendFilter filter = TrendFilter.of(parameters);
        CsvFile file = CsvFile.start(response, "dualsight-ready-times.csv", READY_TIMES);
        trends.streamReadyTimes(range, filter, sample -> write(file, sample));
        file.end();
    }

    private static void write(CsvFile file, ReadySample sample) {
        file.row(Arrays.asList(
                sample.cluster(),
                sample.node(),
                sample.method(),
                sample.startedAt(),
                sample.readyAt(),
                sample.seconds(),
                sample.platform().version(),
                sample.platform().cni(),
                sample.platform().family()));
    }

    @GetMapping(path = "/failure-rates.csv", produces = "text/csv")
    @TrendParameters
    @Parameter(name = "component", description = "One component, such as calico-node")
    @Operation(
            summary = "Start attempts by bucket, cluster and component, as CSV; without a range, of the last 30 days")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", examples = @ExampleObject("""
            bucket_start,cluster,component,attempts,failures,rate
            2026-11-22T09:00:00Z,edge,calico-node,20,1,0.05
            """)))
    void failureRates(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        SeriesQuestion asked = questions.series(parameters, TrendQuestions.QUARTER, MONTH);
        Series<FailurePoint> found = trends.failureRates(asked.by(GroupBy.CLUSTER_COMPONENT));
        CsvFile file = CsvFile.start(response, "dualsight-failure-rates.csv", FAILURE_RATES);
        found.series().forEach(line -> line.points().forEach(point -> write(file, line.group(), point)));
        file.end();
    }

    private static void write(CsvFile file, Map<String, String> group, FailurePoint point) {
        file.row(Arrays.asList(
                point.start(),
                group.get("cluster"),
                group.get("component"),
                point.attempts(),
                point.failures(),
                point.rate()));
    }
}
