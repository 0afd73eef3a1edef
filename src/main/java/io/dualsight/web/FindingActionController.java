package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.triage.Act;
import io.dualsight.triage.ActFields;
import io.dualsight.triage.Findings;
import io.dualsight.triage.TrackedFinding;
import io.dualsight.triage.Triage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is done about findings, over the API. Each answers the finding as it is now, or 409 where it has changed since the
 * caller looked; {@code If-Match} with its ETag says when that was.
 */
@RestController
@RequestMapping("/api/v1/findings/{id}")
@Tag(name = "Findings")
class FindingActionController {

    private final Triage triage;
    private final Findings findings;
    private final Clock clock;

    FindingActionController(Triage triage, Findings findings, Clock clock) {
        this.triage = triage;
        this.findings = findings;
        this.clock = clock;
    }

    @PostMapping({ActBody.ACKNOWLEDGE, ActBody.ASSIGN, ActBody.SNOOZE, ActBody.RESOLVE, ActBody.REOPEN, ActBody.COMMENT
    })
    @Operation(
            summary = "Do what the path says",
            description = "acknowledge {\"comment\"}; assign {\"assignee\"}, null for nobody; snooze"
                    + " {\"until\"|\"untilVersion\"|\"untilVerdictChanges\",\"comment\"}; resolve {\"reason\"};"
                    + " reopen {\"comment\"}; comments {\"text\"}")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of the finding as it was seen")
    ResponseEntity<Map<String, @Nullable Object>> act(
            @PathVariable long id,
            @RequestBody(required = false) @Nullable ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            HttpServletRequest request) {
        Act act = ActBody.read(body, request.getRequestURI(), new ActFields(clock.instant()));
        Integer expected = FindingAnswer.revision(request.getHeader(HttpHeaders.IF_MATCH));
        TrackedFinding now = triage.act(person, id, act, expected)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return FindingAnswer.of(now, findings.events(id));
    }
}
