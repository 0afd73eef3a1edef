package io.dualsight.web;

import io.dualsight.store.HistoryQuery;
import io.dualsight.store.NodeHistory;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One node: whether it is right, why not, and what to change. */
@Controller
class NodePage {

    private static final int CHANGES = 20;

    private final NodeRecords records;
    private final NodeHistory history;
    private final Wordings wordings;

    NodePage(NodeRecords records, NodeHistory history, Wordings wordings) {
        this.records = records;
        this.history = history;
        this.wordings = wordings;
    }

    @GetMapping("/nodes/{cluster}/{node}")
    String node(@PathVariable String cluster, @PathVariable String node, Locale locale, Model model) {
        NodeRecord found =
                records.find(cluster, node).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HistoryQuery newest = new HistoryQuery(cluster, node, null, null, CHANGES, null);
        Wording wording = wordings.in(locale);
        model.addAttribute(
                "view",
                new NodeDetailsBuilder(found, wording)
                        .build(history.changes(newest).items()));
        return "node";
    }
}
