package io.dualsight.ingest;

import io.dualsight.cluster.NodeFollower;
import io.dualsight.cluster.NodeView;
import io.dualsight.cluster.NodeViewChanged;
import io.dualsight.contract.Report;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeObjects;
import io.dualsight.store.NodeStatuses;
import io.dualsight.store.Sent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Has nodes judged by what their cluster says of them. A node with an agent is judged again by its last report; for one
 * without, the cluster's word takes the place of a report, so it stands in lists, has a history, and counts as not
 * reporting, until its object is deleted.
 */
@Component
class ClusterFollower implements NodeFollower {
    private final NodeStatuses statuses;
    private final Judge judge;
    private final Commit commit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final NodeObjects objects;

    ClusterFollower(
            NodeStatuses statuses,
            Judge judge,
            Commit commit,
            ApplicationEventPublisher events,
            Clock clock,
            NodeObjects objects) {
        this.statuses = statuses;
        this.judge = judge;
        this.commit = commit;
        this.events = events;
        this.clock = clock;
        this.objects = objects;
    }

    @Override
    public void changed(List<NodeView> views) {
        Instant now = clock.instant();
        List<JudgedReport> instead = new ArrayList<>();
        for (NodeView view : views) {
            Optional<Report> last = statuses.lastReport(view.cluster(), view.node());
            if (last.isPresent() && !last.get().isWatched()) {
                events.publishEvent(new NodeViewChanged(view.cluster(), view.node()));
            } else {
                instead.add(judge.inHistory(Sent.of(view.report()), now));
            }
        }
        if (!instead.isEmpty()) {
            commit.await(instead);
        }
        objects.there(views.stream()
                .map(view -> new NodeKey(view.cluster(), view.node()))
                .toList());
    }

    @Override
    public void deleted(NodeView last) {
        objects.deleted(
                new NodeKey(last.cluster(), last.node()), last.kubernetes().nodeUid(), clock.instant());
        events.publishEvent(new NodeViewChanged(last.cluster(), last.node()));
    }
}
