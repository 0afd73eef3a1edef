package io.dualsight.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a move to dual stack would need: per cluster, and node by node. */
@Controller
class DualStackPage {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final String ALL = "all";

    private final NodeStatuses nodes;
    private final NodeRecords records;
    private final Wordings wordings;
    private final Cache<String, List<DualStackWords.Facts>> clusters =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    DualStackPage(NodeStatuses nodes, NodeRecords records, Wordings wordings) {
        this.nodes = nodes;
        this.records = records;
        this.wordings = wordings;
    }

    @GetMapping("/dual-stack")
    String readiness(
            @RequestParam(required = false) @Nullable String cluster,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale,
            Model model) {
        DualStackWords words = new DualStackWords(wordings.in(locale));
        List<DualStackWords.Facts> all = clusters.get(ALL, key -> count());
        boolean known = all.stream().anyMatch(each -> each.name().equals(cluster));
        model.addAttribute(
                "view",
                new DualStackView(
                        all.stream()
                                .map(each -> words.cluster(each, each.name().equals(cluster)))
                                .toList(),
                        known && cluster != null ? page(words, cluster, cursor) : null));
        return "dual-stack";
    }

    private DualStackView.Nodes page(DualStackWords words, String cluster, @Nullable String cursor) {
        NodeFilter filter = NodeFilter.NONE.with(Criterion.CLUSTER, cluster);
        NodeQuery query = new NodeQuery(filter, NodeSort.NODE, false, NodeQuery.USUAL, cursor);
        return words.nodes(
                cluster,
                nodes.page(query),
                node -> nodes.lastReport(node.key().cluster(), node.key().node()));
    }

    private List<DualStackWords.Facts> count() {
        Map<String, Tally> tallies = new TreeMap<>();
        nodes.stream(
                NodeQuery.of(NodeFilter.NONE),
                node -> tallies.computeIfAbsent(node.key().cluster(), key -> new Tally())
                        .add(node));
        List<DualStackWords.Facts> facts = new ArrayList<>();
        tallies.forEach((name, tally) -> facts.add(new DualStackWords.Facts(
                name,
                records.find(name, tally.speaker())
                        .map(each -> each.explained().prediction().cluster())
                        .orElse(null),
                tally.nodes,
                tally.both)));
        return facts;
    }

    /** Adds up the nodes of one cluster. */
    private static final class Tally {

        private long nodes;
        private long both;
        private @Nullable String server;
        private String any = "";

        void add(NodeStatus node) {
            nodes++;
            both += node.ipv4().address() != null && node.ipv6().address() != null ? 1 : 0;
            any = node.key().node();
            if (server == null && node.platform().roles().contains("server")) {
                server = any;
            }
        }

        /** Whose configuration says what the cluster is: a server's, where one reports. */
        String speaker() {
            return server == null ? any : server;
        }
    }
}
