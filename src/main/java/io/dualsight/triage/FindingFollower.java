package io.dualsight.triage;

import io.dualsight.store.CommitFollower;
import io.dualsight.store.KeptReport;
import io.dualsight.store.SilenceFollower;
import io.dualsight.store.SilentNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Moves findings on with the reports that show them, in the transaction that keeps those. */
@Component
class FindingFollower implements CommitFollower, SilenceFollower {

    private final FindingWriter writer;
    private final TriageSettings settings;
    private final CalmNodes calm;

    FindingFollower(FindingWriter writer, TriageSettings settings) {
        this.writer = writer;
        this.settings = settings;
        this.calm = new CalmNodes(settings.nodesInMemory());
    }

    @Override
    public void follow(List<KeptReport> kept) {
        // A late report is history: it says nothing of how its node is.
        List<KeptReport> newest = kept.stream().filter(KeptReport::newest).toList();
        Set<Long> nodes = newest.stream()
                .filter(report -> report.different() || report.woke() || !calm.covers(report))
                .map(KeptReport::nodeId)
                .collect(Collectors.toSet());
        FindingBatch batch = batch(nodes);
        newest.stream().filter(report -> nodes.contains(report.nodeId())).forEach(batch::take);
        writer.write(batch.drafts());
        AfterCommit.run(calm.after(batch.calm(), newest));
    }

    @Override
    public void silent(List<SilentNode> nodes) {
        FindingBatch batch = batch(nodes.stream().map(SilentNode::nodeId).collect(Collectors.toSet()));
        nodes.forEach(batch::take);
        writer.write(batch.drafts());
    }

    private FindingBatch batch(Set<Long> nodes) {
        List<FindingRow> rows = nodes.isEmpty() ? List.of() : writer.findings().load(nodes);
        return new FindingBatch(rows, settings.goodReports());
    }
}
