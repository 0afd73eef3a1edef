package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class NodeListTests {

    @Parameter
    TestDatabase database;

    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void takeFive() {
        store.take(
                Said.by("edge", "a.1").version("v1.31.5+rke2r1").cni("canal").role("agent"),
                Said.by("edge", "a-1").version("v1.9.0+k3s1").finding("NO_DEFAULT_ROUTE", Severity.WARNING),
                Said.by("edge", "b").version("v1.31.4+rke2r2").family(HostStack.DUAL_STACK),
                Said.by("core", "a")
                        .version("v1.31.6+rke2r1")
                        .address("2001:db8:2::a")
                        .nodeIp("192.0.2.7")
                        .finding("NODE_IP_AUTODETECTED", Severity.INFO)
                        .finding("V6ONLY_NODE_IP_IS_V4", Severity.CRITICAL)
                        .finding("NODE_IP_NOT_ON_HOST", Severity.CRITICAL)
                        .incorrect(),
                Said.by("core", "c").version("odd").finding("NODE_IP_AUTODETECTED", Severity.INFO));
    }

    private static NodeQuery query(String... pairs) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return NodeQuery.of(parameters);
    }

    @Test
    void showsTheWorstFirst() {
        takeFive();
        assertThat(store.names(query())).containsExactly("a", "a-1", "c", "a.1", "b");
    }

    @Test
    void sortsByEachOrderBothWays() {
        takeFive();
        Map<String, List<String>> orders = Map.of(
                "worst", List.of("a", "a-1", "c", "a.1", "b"),
                "node", List.of("a", "a-1", "a.1", "b", "c"),
                "cluster", List.of("a", "c", "a-1", "a.1", "b"),
                "version", List.of("c", "a-1", "b", "a.1", "a"),
                "family", List.of("b", "a", "a-1", "a.1", "c"));
        orders.forEach((sort, names) -> {
            List<String> backwards = new ArrayList<>(names);
            java.util.Collections.reverse(backwards);
            assertThat(store.names(query("sort", sort))).as(sort).isEqualTo(names);
            assertThat(store.names(query("sort", "-" + sort))).as("-" + sort).isEqualTo(backwards);
        });
    }

    @Test
    void sortsByTheLastReport() {
        store.take(Said.by("new").at(Said.START.plusSeconds(9)));
        store.take(Said.by("old"), Said.by("mid").at(Said.START.plusNanos(1000)));

        assertThat(store.names(query("sort", "lastReportAt"))).containsExactly("old", "mid", "new");
        assertThat(store.names(query("sort", "-lastReportAt"))).containsExactly("new", "mid", "old");
    }

    @Test
    void filtersByEachCriterion() {
        takeFive();
        Map<List<String>, List<String>> expected = new HashMap<>();
        expected.put(List.of("cluster", "core"), List.of("a", "c"));
        expected.put(List.of("family", "dual-stack"), List.of("b"));
        expected.put(List.of("verdict", "ok"), List.of("a.1", "b"));
        expected.put(List.of("incorrectNodeIp", "true"), List.of("a"));
        expected.put(List.of("incorrectNodeIp", "false"), List.of("a-1", "a.1", "b", "c"));
        expected.put(List.of("rule", "NODE_IP_AUTODETECTED"), List.of("a", "c"));
        expected.put(List.of("version", "v1.31.5+rke2r1"), List.of("a.1"));
        expected.put(List.of("version", "<1.31.5"), List.of("a-1", "b"));
        expected.put(List.of("version", "<=1.31.5"), List.of("a-1", "a.1", "b"));
        expected.put(List.of("version", ">1.31.5"), List.of("a"));
        expected.put(List.of("version", ">=v1.31.5+rke2r1"), List.of("a", "a.1"));
        expected.put(List.of("cni", "canal"), List.of("a.1"));
        expected.put(List.of("role", "agent"), List.of("a.1"));
        expected.put(List.of("role", "%"), List.of());
        expected.put(List.of("q", "2001:DB8:2:0::A"), List.of("a"));
        expected.put(List.of("q", "192.0.2"), List.of("a"));
        expected.put(List.of("q", "_"), List.of());
        expected.put(List.of("q", "COR"), List.of("a", "c"));
        expected.put(List.of("stale", "false"), List.of("a", "a-1", "a.1", "b", "c"));
        expected.put(List.of("stale", "true"), List.of());
        expected.forEach((filter, names) -> {
            NodeQuery query = query(filter.get(0), filter.get(1), "sort", "node");
            assertThat(store.names(query)).as(filter.toString()).isEqualTo(names);
            assertThat(store.statuses.page(query).total()).isEqualTo(names.size());
            assertThat(store.statuses.fleet(query.filter()).total()).isEqualTo(names.size());
        });
        assertThat(store.names(query("cluster", "core", "verdict", "info", "q", "c")))
                .containsExactly("c");
    }

    @Test
    void pagesThroughEveryOrderWithoutLossOrRepeat() {
        IntStream.range(0, 23)
                .forEach(i -> store.take(Said.by("n" + i % 7 + "-" + i)
                        .at(Said.START.plusSeconds(i % 3))
                        .version("v1.3" + i % 2 + ".0")
                        .finding("R" + i % 2, i % 2 == 0 ? Severity.ERROR : Severity.INFO)));
        for (NodeSort sort : NodeSort.values()) {
            for (String way : List.of("", "-")) {
                NodeQuery query = query("sort", way + sort.parameter(), "limit", "5");
                List<String> names = new ArrayList<>();
                Page<NodeStatus> page = store.statuses.page(query);
                page.items().forEach(each -> names.add(each.key().node()));
                while (page.nextCursor() != null) {
                    page = store.statuses.page(query.at(page.nextCursor()));
                    page.items().forEach(each -> names.add(each.key().node()));
                }
                assertThat(page.total()).isEqualTo(23);
                List<String> streamed = new ArrayList<>();
                store.statuses.stream(query, each -> streamed.add(each.key().node()));
                assertThat(names)
                        .as(query.sortText())
                        .hasSize(23)
                        .doesNotHaveDuplicates()
                        .isEqualTo(streamed);
            }
        }
    }

    @Test
    void endsThePageThatIsExactlyFull() {
        takeFive();
        assertThat(store.statuses.page(query("limit", "5")).nextCursor()).isNull();
        assertThat(store.statuses.page(query("limit", "4")).nextCursor()).isNotNull();
        assertThat(store.statuses.page(query("limit", "4")).items()).hasSize(4);
    }

    @Test
    void streamsMoreThanOneReadHolds() {
        store.take(IntStream.range(0, 2001)
                .mapToObj(i -> Said.by("n" + i).judged())
                .toList());
        List<String> names = new ArrayList<>();
        store.statuses.stream(
                query("sort", "cluster"), each -> names.add(each.key().node()));
        assertThat(names).hasSize(2001).doesNotHaveDuplicates();

        names.clear();
        store.statuses.stream(
                query("cluster", "none"), each -> names.add(each.key().node()));
        assertThat(names).isEmpty();
    }

    @Test
    void refusesACursorOfAnotherOrderOrOfNone() {
        takeFive();
        String cursor = store.statuses.page(query("limit", "1")).nextCursor();
        for (String wrong : List.of("x", "bm9uZQ", "W10", cursor + "AAAA", "x".repeat(3000))) {
            assertThatExceptionOfType(BadQueryException.class)
                    .isThrownBy(() -> store.statuses.page(query("cursor", wrong)))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("cursor"))
                    .satisfies(e -> assertThat(e.value()).isEqualTo(wrong));
        }
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> store.statuses.page(query("sort", "node", "cursor", cursor)));
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> store.statuses.page(query("sort", "-worst", "cursor", cursor)));
    }

    @Test
    void countsTheFleet() {
        takeFive();
        FleetStatus fleet = store.statuses.fleet(NodeFilter.NONE);
        assertThat(fleet.total()).isEqualTo(5);
        assertThat(fleet.stale()).isZero();
        assertThat(fleet.incorrectNodeIp()).isEqualTo(1);
        assertThat(fleet.families()).isEqualTo(Map.of(HostStack.IPV6_ONLY, 4L, HostStack.DUAL_STACK, 1L));
        assertThat(fleet.verdicts())
                .isEqualTo(Map.of(Verdict.CRITICAL, 1L, Verdict.WARNING, 1L, Verdict.INFO, 1L, Verdict.OK, 2L));
    }

    @Test
    void countsAnEmptyFleet() {
        assertThat(store.statuses.fleet(NodeFilter.NONE)).isEqualTo(new FleetStatus(0, 0, 0, Map.of(), Map.of()));
        assertThat(store.statuses.page(query())).isEqualTo(new Page<>(List.of(), null, 0));
    }

    @Test
    void offersTheValuesThatTheFleetHas() {
        takeFive();
        assertThat(store.statuses.facets())
                .isEqualTo(new Facets(
                        List.of("core", "edge"),
                        List.of("v1.31.6+rke2r1", "v1.31.5+rke2r1", "v1.31.4+rke2r2", "v1.9.0+k3s1", "odd"),
                        List.of("calico", "canal"),
                        List.of("agent", "server"),
                        List.of(
                                "NODE_IP_AUTODETECTED",
                                "NODE_IP_NOT_ON_HOST",
                                "NO_DEFAULT_ROUTE",
                                "V6ONLY_NODE_IP_IS_V4")));
    }

    @Test
    void tellsEverythingOfOneNode() {
        takeFive();
        NodeStatus node = store.statuses.find("core", "a").orElseThrow();
        assertThat(node.judged())
                .isEqualTo(new NodeStatus.Judged(
                        HostStack.IPV6_ONLY,
                        Verdict.CRITICAL,
                        true,
                        List.of("V6ONLY_NODE_IP_IS_V4", "NODE_IP_NOT_ON_HOST", "NODE_IP_AUTODETECTED"),
                        Map.of(Severity.CRITICAL, 2, Severity.INFO, 1)));
        assertThat(node.ipv6().address()).isEqualTo("2001:db8:2::a");
        assertThat(node.ipv6().networkInterface()).isEqualTo("eth0");
        assertThat(node.ipv4().address()).isNull();
        assertThat(node.nodeIp().configured()).containsExactly("192.0.2.7");
        assertThat(node.nodeIp().kubernetes()).containsExactly("2001:db8:1::10");
        assertThat(node.nodeIp().recommended()).containsExactly("2001:db8:2::a");
        assertThat(node.platform())
                .isEqualTo(new NodeStatus.Platform("rke2", "v1.31.6+rke2r1", "calico", List.of("server")));
        assertThat(node.seen()).isEqualTo(new NodeStatus.Seen(null, Said.START, Said.START, false, false));
        assertThat(store.statuses.find("core", "b")).isEmpty();
    }
}
