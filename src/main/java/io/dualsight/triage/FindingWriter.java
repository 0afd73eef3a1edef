package io.dualsight.triage;

import io.dualsight.store.FleetRevision;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what became of findings, with their events, and tells the heralds; in its caller's transaction. */
@Component
class FindingWriter {

    private static final Comparator<FindingDraft> BY_KEY = Comparator.<FindingDraft>comparingLong(
                    draft -> draft.row().key().nodeId())
            .thenComparing(draft -> draft.row().key().rule());

    private final FindingTable findings;
    private final EventTable events;
    private final FleetRevision revision;
    private final ObjectProvider<Herald> heralds;

    FindingWriter(JdbcTemplate jdbc, ObjectProvider<Herald> heralds) {
        this.findings = new FindingTable(jdbc);
        this.events = new EventTable(jdbc);
        this.revision = FleetRevision.ofFindings(jdbc);
        this.heralds = heralds;
    }

    FindingTable findings() {
        return findings;
    }

    void write(Collection<FindingDraft> all) {
        // By key, so that two that write to the same findings wait for each other and do not deadlock.
        List<FindingDraft> sorted = all.stream().sorted(BY_KEY).toList();
        findings.insert(sorted.stream().filter(FindingDraft::isFresh).toList());
        List<FindingDraft> changed =
                sorted.stream().filter(FindingDraft::changed).toList();
        findings.update(
                changed.stream().map(FindingDraft::row).toList(),
                changed.stream().map(FindingDraft::baseRevision).toList());
        events.insert(sorted.stream().flatMap(draft -> draft.events().stream()).toList());
        events.count(sorted);
        if (sorted.stream().anyMatch(FindingDraft::isListedAnew)) {
            revision.moveOn();
        }
        tell(sorted.stream()
                .flatMap(draft -> draft.events().stream().map(event -> tiding(draft.row(), event)))
                .flatMap(Optional::stream)
                .toList());
    }

    void tell(List<Tiding> tidings) {
        if (!tidings.isEmpty()) {
            heralds.orderedStream().forEach(herald -> herald.tell(tidings));
        }
    }

    /** Empty where nobody asked to hear of such. */
    static Optional<Tiding> tiding(FindingRow row, EventRow event) {
        return switch (event.kind()) {
            case OPENED, REGRESSED, RESOLVED ->
                Optional.of(new Tiding(
                        event.kind(),
                        row.key().nodeId(),
                        row.key().rule(),
                        row.found().severity(),
                        row.node(),
                        event.at()));
            default -> Optional.empty();
        };
    }
}
