package io.dualsight.web;

import io.dualsight.cluster.Clusters;
import io.dualsight.cluster.NodeView;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Puts into words what the API server says of a node, and how the node itself would say more. */
@Component
class ApiSayings {

    /** Where a token goes: no page but that of enrolling has one to show. */
    static final String TOKEN = "TOKEN";

    private final Clusters clusters;
    private final AgentJar jar;

    ApiSayings(Clusters clusters, AgentJar jar) {
        this.clusters = clusters;
        this.jar = jar;
    }

    /** The command that enrols a node here. */
    String command() {
        return jar.run(ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(), TOKEN);
    }

    ApiSaid of(NodeRecord node, Wording wording) {
        Optional<NodeView> view =
                clusters.node(node.status().key().cluster(), node.status().key().node());
        return new ApiSaid(
                view.map(each -> each.extra().taints()).orElse(List.of()),
                view.map(each -> each.extra().events()).orElse(List.of()).stream()
                        .map(event -> event(event, wording))
                        .toList(),
                node.report().isWatched() ? command() : null);
    }

    private static ApiSaid.Event event(NodeView.Event event, Wording wording) {
        String message = event.message() == null ? "" : event.message();
        return new ApiSaid.Event(wording.moment(event.at()), event.reason(), message, event.warning());
    }
}
