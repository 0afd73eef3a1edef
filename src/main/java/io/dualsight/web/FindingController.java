package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.triage.FindingQuery;
import io.dualsight.triage.Findings;
import io.dualsight.triage.TrackedFinding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Findings over the reading API. */
@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "Findings")
class FindingController {

    private final Findings findings;

    FindingController(Findings findings) {
        this.findings = findings;
    }

    @GetMapping
    @FindingParameters
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Items on a page, 1 to 500, usually 50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Operation(summary = "Findings and where they stand")
    Listing<Map<String, @Nullable Object>> list(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Caller.Person person) {
        return Listing.of(findings.page(FindingQuery.of(parameters).seenBy(person)), FindingItem::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One finding with its events, newest first; its ETag guards what is done to it")
    ResponseEntity<Map<String, @Nullable Object>> one(
            @PathVariable long id, @AuthenticationPrincipal Caller.Person person) {
        TrackedFinding finding =
                findings.find(person, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return FindingAnswer.of(finding, findings.events(id));
    }
}
