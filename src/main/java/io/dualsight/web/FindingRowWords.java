package io.dualsight.web;

import io.dualsight.rule.RuleTexts;
import io.dualsight.triage.FindingEvent;
import io.dualsight.triage.FindingStatus;
import io.dualsight.triage.Snooze;
import io.dualsight.triage.TrackedFinding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one finding of a list into words. */
final class FindingRowWords {

    private final Map<Long, FindingEvent> said;
    private final Wording wording;
    private final RuleTexts texts;

    FindingRowWords(Map<Long, FindingEvent> said, Wording wording) {
        this.said = said;
        this.wording = wording;
        this.texts = RuleTexts.of(wording.locale());
    }

    FindingList.Row row(TrackedFinding finding) {
        TrackedFinding.Found found = finding.found();
        return new FindingList.Row(
                finding.id(),
                FindingAddress.one(finding.id()),
                NodeLink.to(finding.node().cluster(), finding.node().node()),
                found.severity().wire(),
                texts.summary(found.rule(), found.evidence()),
                life(finding),
                wording.moment(finding.seen().openedAt()));
    }

    FindingList.Life life(TrackedFinding finding) {
        TrackedFinding.State state = finding.state();
        int times = finding.seen().occurrences();
        boolean open = state.status() == FindingStatus.OPEN;
        return new FindingList.Life(
                state.regressed() && open ? wording.text("finding.regressed") : null,
                state.assignee(),
                why(finding),
                state.snooze() == null ? null : sleeps(state.snooze()),
                times > 1 ? wording.counted("finding.times", times) : null);
    }

    private @Nullable String why(TrackedFinding finding) {
        FindingEvent event = said.get(finding.id());
        if (event == null) {
            return finding.state().resolution() == null
                    ? null
                    : wording.text("resolution." + finding.state().resolution().wire());
        }
        String note = event.note();
        String what = wording.text("event." + event.kind().wire());
        return note == null ? event.actor() + ": " + what : event.actor() + ": " + what + ", " + note;
    }

    String sleeps(Snooze snooze) {
        if (snooze.until() != null) {
            return wording.text("sleeps.until", wording.moment(snooze.until()).exact());
        }
        String version = snooze.version();
        if (version == null) {
            return wording.text("sleeps.verdict");
        }
        return version.startsWith(">=")
                ? wording.text("sleeps.version", version.substring(2))
                : wording.text("sleeps.next-version");
    }
}
