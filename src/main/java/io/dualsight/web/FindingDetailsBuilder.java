package io.dualsight.web;

import io.dualsight.store.NodeChange;
import io.dualsight.store.Page;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingEvent;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.SharedCause;
import io.dualsight.triage.TrackedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a finding's page into words. */
final class FindingDetailsBuilder {

    private static final int CAUSES = 4;

    /** All of the rule's findings that are not over. */
    static FindingFilter alike(TrackedFinding finding) {
        return FindingFilter.NONE
                .with(FindingCriterion.STATUS, "unresolved")
                .with(FindingCriterion.RULE, finding.found().rule());
    }

    private final TrackedFinding finding;
    private final Wording wording;

    FindingDetailsBuilder(TrackedFinding finding, Wording wording) {
        this.finding = finding;
        this.wording = wording;
    }

    FindingDetails.Head head() {
        TrackedFinding.State state = finding.state();
        String status = FindingLink.mark(state.status(), state.regressed());
        return new FindingDetails.Head(
                finding.id(),
                NodeLink.to(finding.node().cluster(), finding.node().node()),
                finding.found().severity().wire(),
                status,
                wording.text("finding.status." + status),
                new FindingRowWords(Map.of(), wording).life(finding),
                facts());
    }

    private List<NodeDetails.Pair> facts() {
        TrackedFinding.Seen seen = finding.seen();
        List<NodeDetails.Pair> facts = new ArrayList<>();
        String assignee = finding.state().assignee();
        add(facts, "fact.assignee", assignee == null ? wording.text("nobody") : assignee);
        add(facts, "fact.opened", wording.moment(seen.openedAt()).exact());
        add(facts, "fact.first-seen", wording.moment(seen.firstSeenAt()).exact());
        add(facts, "fact.last-seen", wording.moment(seen.lastSeenAt()).exact());
        add(facts, "fact.occurrences", wording.number(seen.occurrences()));
        add(facts, "fact.episodes", wording.number(seen.episodes()));
        if (finding.state().resolution() != null) {
            add(
                    facts,
                    "fact.resolution",
                    wording.text("resolution." + finding.state().resolution().wire()));
        }
        return facts;
    }

    private void add(List<NodeDetails.Pair> facts, String key, String text) {
        facts.add(new NodeDetails.Pair(wording.text(key), text));
    }

    NodeDetails.Finding finding() {
        TrackedFinding.Found found = finding.found();
        StoredFinding stored = new StoredFinding(
                found.rule(),
                found.severity().wire(),
                found.evidence(),
                found.remediation().file(),
                found.remediation().snippet(),
                found.remediation().verify());
        return new FindingWords(wording).findings(List.of(stored)).get(0);
    }

    FindingDetails.Shared shared(List<SharedCause> causes, Page<TrackedFinding> alike) {
        CauseWords words = new CauseWords(wording);
        FindingRowWords rows = new FindingRowWords(Map.of(), wording);
        return new FindingDetails.Shared(
                causes.stream()
                        .limit(CAUSES)
                        .map(cause -> words.cause(cause, alike(finding)))
                        .toList(),
                alike.items().stream()
                        .filter(each -> each.id() != finding.id())
                        .map(rows::row)
                        .toList(),
                wording.counted("findings.n", alike.total()),
                FindingAddress.where(alike(finding)));
    }

    List<FindingDetails.Event> events(List<FindingEvent> events) {
        return events.stream().map(this::event).toList();
    }

    private FindingDetails.Event event(FindingEvent event) {
        String note = event.note();
        String what = wording.text("event." + event.kind().wire());
        return new FindingDetails.Event(
                wording.moment(event.lastAt()),
                event.actor().equals("console") ? wording.text("console") : event.actor(),
                what,
                note == null ? List.of() : PlainText.pieces(said(event, note)),
                event.times() > 1 ? wording.counted("finding.times", event.times()) : null,
                event.batch());
    }

    private String said(FindingEvent event, String note) {
        return switch (event.kind()) {
            case UNDONE -> wording.text("event." + note);
            case RESOLVED -> event.actor().equals("console") ? wording.text("resolution." + note) : note;
            default -> note;
        };
    }

    FindingDetails.Before before(List<NodeChange> node, List<NodeChange> cluster) {
        ChangeWords words = new ChangeWords(wording);
        return new FindingDetails.Before(words.lines(node), words.lines(cluster));
    }
}
