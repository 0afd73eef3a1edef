package io.dualsight.web;

import io.dualsight.trend.Comparison;
import io.dualsight.trend.Trends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Before and after over the reading API. */
@RestController
@Tag(name = "Charts")
class CompareController {

    private final Trends trends;
    private final CompareQuestions questions;

    CompareController(Trends trends, CompareQuestions questions) {
        this.trends = trends;
        this.questions = questions;
    }

    @GetMapping("/api/v1/compare")
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            required = true,
            description = "A version, or a window FROM/TO",
            example = "v1.31.4+rke2r1")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            required = true,
            description = "A version, or a window FROM/TO such as now-7d/now",
            example = "v1.31.5+rke2r1")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Of versions: not before; usually 90 days ago")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Of versions: before; usually now")
    @Parameter(name = "cluster", in = ParameterIn.QUERY, description = "One cluster")
    @Parameter(name = "cni", in = ParameterIn.QUERY, description = "The network plug-in, such as calico")
    @Parameter(name = "role", in = ParameterIn.QUERY, description = "A role, such as server")
    @Parameter(name = "component", in = ParameterIn.QUERY, description = "Whose attempts count")
    @Operation(
            summary = "Ready time and failure rate of two versions or windows, and their differences",
            description = "A difference is after less before, with its 95 % interval: by bootstrap for percentiles, by"
                    + " Newcombe's method for rates. With fewer than 5 of either, or than 40 for the 95th percentile,"
                    + " there is none: not-enough-data.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                    {"before": {"version": "v1.31.4+rke2r1", "from": "2026-08-24T00:00:00Z",
                                "to": "2026-11-22T00:00:00Z",
                                "readyTime": {"start": "2026-08-24T00:00:00Z", "count": 212, "p50": 101.0, "p90": 168.0,
                                              "p95": 193.4, "p99": 251.0},
                                "failureRate": {"start": "2026-08-24T00:00:00Z", "attempts": 240, "failures": 12,
                                                "rate": 0.05, "low": 0.0288, "high": 0.0853}},
                     "after": {"version": "v1.31.5+rke2r1", "from": "2026-08-24T00:00:00Z",
                               "to": "2026-11-22T00:00:00Z",
                               "readyTime": {"start": "2026-08-24T00:00:00Z", "count": 198, "p50": 71.0, "p90": 117.0,
                                             "p95": 135.2, "p99": 176.0},
                               "failureRate": {"start": "2026-08-24T00:00:00Z", "attempts": 231, "failures": 2,
                                               "rate": 0.0087, "low": 0.0024, "high": 0.031}},
                     "median": {"difference": -30.0, "low": -36.0, "high": -23.0, "relative": -0.297,
                                "relativeLow": -0.347, "relativeHigh": -0.233, "verdict": "lower"},
                     "p95": {"difference": -58.2, "low": -94.0, "high": -21.5, "relative": -0.301,
                             "relativeLow": -0.431, "relativeHigh": -0.125, "verdict": "lower"},
                     "failureRate": {"difference": -0.0413, "low": -0.0772, "high": -0.0098, "relative": -0.826,
                                     "relativeLow": null, "relativeHigh": null, "verdict": "lower"}}""")))
    Comparison compare(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return trends.compare(questions.of(parameters));
    }
}
