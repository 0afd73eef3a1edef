package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.rule.RuleTexts;
import io.dualsight.triage.FindingQuery;
import io.dualsight.triage.Findings;
import io.dualsight.triage.TrackedFinding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings as CSV: {@code contract.md} §4. */
@RestController
@Tag(name = "Exports")
class FindingExportController {

    static final String PATH = "/api/v1/exports/findings.csv";

    private static final String COLUMNS =
            "id,cluster,node,rule,severity,status,first_seen_at,last_seen_at,occurrences,regressed,assignee,summary";

    private final Findings findings;

    FindingExportController(Findings findings) {
        this.findings = findings;
    }

    @GetMapping(path = PATH, produces = "text/csv")
    @FindingParameters
    @Operation(summary = "All findings that the parameters choose, as CSV")
    void findings(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Caller.Person person,
            HttpServletResponse response)
            throws IOException {
        FindingQuery query = FindingQuery.of(parameters).seenBy(person);
        CsvFile file = CsvFile.start(response, "dualsight-findings.csv", COLUMNS);
        RuleTexts texts = RuleTexts.of(Locale.ENGLISH);
        findings.stream(query, finding -> write(file, finding, texts));
        file.end();
    }

    private static void write(CsvFile file, TrackedFinding finding, RuleTexts texts) {
        TrackedFinding.Found found = finding.found();
        TrackedFinding.Seen seen = finding.seen();
        file.row(Arrays.asList(
                finding.id(),
                finding.node().cluster(),
                finding.node().node(),
                found.rule(),
                found.severity().wire(),
                finding.state().status().wire(),
                seen.firstSeenAt(),
                seen.lastSeenAt(),
                seen.occurrences(),
                finding.state().regressed(),
                finding.state().assignee(),
                texts.summary(found.rule(), found.evidence())));
    }
}
