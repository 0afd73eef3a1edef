package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.triage.Act;
import io.dualsight.triage.ActFields;
import io.dualsight.triage.Findings;
import io.dualsight.triage.TrackedFinding;
import io.dualsight.triage.Triage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RequestHeader;
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

    @PostMapping("/acknowledge")
    @Operation(summary = "I look at it: {\"comment\"}")
    ResponseEntity<Map<String, @Nullable Object>> acknowledge(
            @PathVariable long id,
            @RequestBody(required = false) @Nullable ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return act(person, id, fields().acknowledge(ActBody.of(body).comment()), ifMatch);
    }

    @PostMapping("/assign")
    @Operation(summary = "Somebody works on it: {\"assignee\"}; null for nobody")
    ResponseEntity<Map<String, @Nullable Object>> assign(
            @PathVariable long id,
            @RequestBody ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return act(person, id, fields().assign(body.assignee()), ifMatch);
    }

    @PostMapping("/snooze")
    @Operation(summary = "Let it sleep: {\"until\"|\"untilVersion\"|\"untilVerdictChanges\",\"comment\"}")
    ResponseEntity<Map<String, @Nullable Object>> snooze(
            @PathVariable long id,
            @RequestBody ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Act sleep = fields().snooze(body.until(), body.untilVersion(), body.untilVerdictChanges(), body.comment());
        return act(person, id, sleep, ifMatch);
    }

    @PostMapping("/resolve")
    @Operation(summary = "It is over: {\"reason\"}")
    ResponseEntity<Map<String, @Nullable Object>> resolve(
            @PathVariable long id,
            @RequestBody(required = false) @Nullable ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return act(person, id, fields().resolve(ActBody.of(body).reason()), ifMatch);
    }

    @PostMapping("/reopen")
    @Operation(summary = "It is not over: {\"comment\"}")
    ResponseEntity<Map<String, @Nullable Object>> reopen(
            @PathVariable long id,
            @RequestBody(required = false) @Nullable ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return act(person, id, fields().reopen(ActBody.of(body).comment()), ifMatch);
    }

    @PostMapping("/comments")
    @Operation(summary = "Say something about it: {\"text\"}")
    ResponseEntity<Map<String, @Nullable Object>> comment(
            @PathVariable long id,
            @RequestBody(required = false) @Nullable ActBody body,
            @AuthenticationPrincipal Caller.Person person,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return act(person, id, fields().comment(ActBody.of(body).text()), ifMatch);
    }

    private ActFields fields() {
        return new ActFields(clock.instant());
    }

    private ResponseEntity<Map<String, @Nullable Object>> act(
            Caller.Person person, long id, Act act, @Nullable String ifMatch) {
        TrackedFinding now = triage.act(person, id, act, FindingAnswer.revision(ifMatch))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return FindingAnswer.of(now, findings.events(id));
    }
}
