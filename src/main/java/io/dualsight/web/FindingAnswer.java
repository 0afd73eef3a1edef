package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Problem;
import io.dualsight.triage.FindingChangedException;
import io.dualsight.triage.FindingEvent;
import io.dualsight.triage.TrackedFinding;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** One finding as an answer, and the ETag that stands on it. */
final class FindingAnswer {

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"(\\d{1,9})\"\\s*");

    private FindingAnswer() {}

    static ResponseEntity<Map<String, @Nullable Object>> of(TrackedFinding finding, List<FindingEvent> events) {
        Map<String, @Nullable Object> item = FindingItem.of(finding);
        item.put("events", events.stream().map(FindingEventItem::of).toList());
        return ResponseEntity.ok()
                .eTag("\"" + finding.state().revision() + "\"")
                .body(item);
    }

    /** Tells who was quicker, and what that one did. */
    static ProblemDetail changed(HttpStatus status, FindingChangedException changed) {
        FindingEvent last = changed.last();
        String finding = "Finding " + changed.current().id() + " is "
                + changed.current().state().status().wire();
        String said = last == null
                ? finding + "; nothing was done."
                : finding + ": " + last.actor() + " was quicker (" + last.kind().wire() + " at " + last.lastAt()
                        + "); nothing was done.";
        ProblemDetail problem = Problem.of(status, "finding-changed", said);
        problem.setProperty("finding", FindingItem.of(changed.current()));
        problem.setProperty("lastEvent", last == null ? null : FindingEventItem.of(last));
        return problem;
    }

    /** The revision that an {@code If-Match} names; absent where it is not sent, or takes any. */
    static @Nullable Integer revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            String shown = ifMatch.substring(0, Math.min(ifMatch.length(), 100));
            throw new BadFieldsException(
                    List.of(new FieldError("If-Match", shown, "the ETag of this finding, such as \"3\"")));
        }
        return Integer.valueOf(tag.group(1));
    }
}
