package io.dualsight.web;

import io.dualsight.trend.Comparison;
import io.dualsight.trend.Trends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
    Comparison compare(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return trends.compare(questions.of(parameters));
    }
}
