package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import io.dualsight.store.HistoryQuery;
import io.dualsight.store.NodeChange;
import io.dualsight.store.NodeHistory;
import io.dualsight.triage.Causes;
import io.dualsight.triage.FindingQuery;
import io.dualsight.triage.FindingSort;
import io.dualsight.triage.FindingStatus;
import io.dualsight.triage.Findings;
import io.dualsight.triage.TrackedFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One finding: what it is, what to change, who does so, and what came before it. */
@Controller
class FindingPage {

    private static final Duration BEFORE = Duration.ofMinutes(15);
    private static final int CHANGES = 20;
    private static final int ALIKE = 11;

    private final Findings findings;
    private final Causes causes;
    private final NodeHistory history;
    private final Wordings wordings;

    FindingPage(Findings findings, Causes causes, NodeHistory history, Wordings wordings) {
        this.findings = findings;
        this.causes = causes;
        this.history = history;
        this.wordings = wordings;
    }

    @GetMapping(FindingAddress.PAGE + "/{id:\\d{1,18}}")
    String finding(@PathVariable long id, @AuthenticationPrincipal Caller.Person person, Model model) {
        TrackedFinding finding =
                findings.find(person, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FindingDetailsBuilder words = new FindingDetailsBuilder(finding, wordings.here());
        FindingQuery alike =
                new FindingQuery(FindingDetailsBuilder.alike(finding), FindingSort.NEWEST, ALIKE, null).seenBy(person);
        model.addAttribute(
                "view",
                new FindingDetails(
                        words.head(),
                        words.finding(),
                        words.shared(causes.of(finding.found().rule(), person.clusters()), findings.page(alike)),
                        words.events(findings.events(id)),
                        before(finding, words),
                        acts(finding, person),
                        (FindingList.Done) model.getAttribute(FindingsPage.DONE)));
        return "finding";
    }

    private FindingDetails.Before before(TrackedFinding finding, FindingDetailsBuilder words) {
        List<NodeChange> ofNode = changes(finding, finding.node().node());
        List<NodeChange> others = changes(finding, null).stream()
                .filter(change -> !change.key().equals(finding.node()))
                .toList();
        return words.before(ofNode, others);
    }

    /** The report that opened it is the last of the quarter of an hour. */
    private List<NodeChange> changes(TrackedFinding finding, @Nullable String node) {
        Instant opened = finding.seen().openedAt();
        HistoryQuery query = new HistoryQuery(
                finding.node().cluster(), node, opened.minus(BEFORE), opened.plusSeconds(1), CHANGES, null);
        return history.changes(query).items();
    }

    private static FindingDetails.Acts acts(TrackedFinding finding, Caller.Person person) {
        FindingStatus status = finding.state().status();
        return new FindingDetails.Acts(
                person.role().compareTo(Role.OPERATOR) >= 0,
                status != FindingStatus.RESOLVED,
                status == FindingStatus.ACKNOWLEDGED,
                status == FindingStatus.OPEN,
                finding.state().revision(),
                person.name());
    }
}
