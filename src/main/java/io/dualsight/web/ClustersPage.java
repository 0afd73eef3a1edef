package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.store.NodeStatus;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The clusters, and one of them. */
@Controller
class ClustersPage {

    /** A cluster that is being enrolled has many nodes without an agent, and a reader looks at the first of them. */
    private static final int NOT_REPORTING = 50;

    /** Where a token goes: the page has none to show. */
    private static final String TOKEN = "TOKEN";

    /** The list. */
    record View(List<ClusterView> clusters) {}

    /**
     * One cluster.
     *
     * @param silent nodes that no agent reports for
     * @param command that enrols one
     */
    record One(ClusterView cluster, List<NodeLink> silent, String command) {}

    private final ClusterRecords records;
    private final Wordings wordings;
    private final AgentJar jar;

    ClustersPage(ClusterRecords records, Wordings wordings, AgentJar jar) {
        this.records = records;
        this.wordings = wordings;
        this.jar = jar;
    }

    @GetMapping("/clusters")
    String list(Locale locale, @AuthenticationPrincipal Caller.Person person, Model model) {
        ClusterWords words = new ClusterWords(wordings.in(locale));
        model.addAttribute(
                "view",
                new View(records.names(person).stream()
                        .map(records::record)
                        .map(words::view)
                        .toList()));
        return "clusters";
    }

    @GetMapping("/clusters/{cluster}")
    String one(
            @PathVariable String cluster, Locale locale, @AuthenticationPrincipal Caller.Person person, Model model) {
        ClusterRecord found =
                records.find(cluster, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String console = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        model.addAttribute(
                "view",
                new One(
                        new ClusterWords(wordings.in(locale)).view(found),
                        records.notReporting(cluster, NOT_REPORTING).stream()
                                .map(NodeStatus::key)
                                .map(key -> NodeLink.to(key.cluster(), key.node()))
                                .toList(),
                        jar.run(console, TOKEN)));
        return "cluster";
    }
}
