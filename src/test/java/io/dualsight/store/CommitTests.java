package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CommitTests {

    private static final Instant START = Said.START;

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

    @Test
    void givesBackTheLastReportWhole() {
        Said said = Said.by("n1").busy(123_456_789, 42).logLine("a line");

        assertThat(store.take(said)).containsExactly(Outcome.STORED);
        assertThat(store.statuses.lastReport("edge", "n1")).contains(said.report());
        assertThat(store.statuses.lastReport("edge", "n2")).isEmpty();
    }

    @Test
    void tellsTheReportBeforeThisOne() {
        Said first = Said.by("n1");
        Said same = Said.by("n1").at(START.plusSeconds(60));
        Said other = Said.by("n1").at(START.plusSeconds(120)).nodeIp("192.0.2.1");

        assertThat(store.reports.previous(Sent.of(first.report()))).isEmpty();
        store.take(first);
        assertThat(store.reports.previous(Sent.of(same.report()))).contains(first.report());
        assertThat(store.reports.previous(Sent.of(other.report()))).contains(first.report());
        store.take(other);
        assertThat(store.reports.previous(Sent.of(same.report()))).contains(other.report());
    }

    @Test
    void countsTheSameReportOnceHoweverOftenItComes() {
        Said first = Said.by("n1");
        assertThat(store.take(first, first)).containsExactly(Outcome.STORED, Outcome.DUPLICATE);
        assertThat(store.take(first)).containsExactly(Outcome.DUPLICATE);
        assertThat(store.take(Said.by("n1").at(START.plusSeconds(60)))).containsExactly(Outcome.STORED);

        assertThat(store.take(first)).containsExactly(Outcome.DUPLICATE);
        assertThat(store.count("report")).isEqualTo(2);
    }

    @Test
    void countsAnIdThatComesAgainWithAnotherTimeOrOtherFactsOnce() {
        UUID id = UUID.randomUUID();
        store.take(Said.by("n1").id(id));

        assertThat(store.take(Said.by("n1").id(id).at(START.plusSeconds(5)).nodeIp("192.0.2.1")))
                .containsExactly(Outcome.DUPLICATE);
        assertThat(store.node("n1").nodeIp().configured()).containsExactly("2001:db8:1::10");
        assertThat(store.count("facts")).isEqualTo(1);
    }

    @Test
    void knowsTheIdsOfANodesNewestReportsAfterARestartToo() {
        Said first = Said.by("n1");
        store.take(first);
        for (int i = 1; i < NodeState.REMEMBERED; i++) {
            store.take(Said.by("n1").at(START.plusSeconds(60L * i)));
        }
        UUID id = first.report().origin().reportId();
        Said again = Said.by("n1").id(id).at(START.plusSeconds(30));

        assertThat(store.take(again)).containsExactly(Outcome.DUPLICATE);
        try (TestStore other = new TestStore(store.jdbc.getDataSource(), new StoreSettings(100, 10, 10))) {
            assertThat(other.take(again)).containsExactly(Outcome.DUPLICATE);
            other.take(Said.by("n1").at(START.plusSeconds(6000)));
            assertThat(other.take(again)).as("one past them").containsExactly(Outcome.STORED);
        }
    }

    @Test
    void tellsWhenAReportCameToAHundredthOfASecond() {
        Instant late = START.plus(Duration.ofDays(239)).plusMillis(127);
        Instant early = START.minusMillis(599_995);
        store.take(Said.by("n1").received(late), Said.by("n2").received(early));

        assertThat(store.history.reports(HistoryQuery.of("edge", "n1")).items())
                .extracting(ReportEntry::receivedAt)
                .containsExactly(late.plusMillis(3));
        assertThat(store.history.reports(HistoryQuery.of("edge", "n2")).items())
                .extracting(ReportEntry::receivedAt)
                .containsExactly(early.plusMillis(5));
    }

    @Test
    void keepsReportsOfOneInstantThatHaveDifferentIds() {
        Said first = Said.by("n1");
        Said second = Said.by("n1").nodeIp("192.0.2.1");
        Said third = Said.by("n1").nodeIp("192.0.2.2");

        assertThat(store.take(first, second)).containsOnly(Outcome.STORED);
        assertThat(store.take(third)).containsExactly(Outcome.STORED);
        assertThat(store.take(third, second, first)).containsOnly(Outcome.DUPLICATE);
        assertThat(store.history.reports(HistoryQuery.of("edge", "n1")).items())
                .extracting(ReportEntry::collectedAt)
                .containsExactly(START.plusNanos(2000), START.plusNanos(1000), START);
        assertThat(store.node("n1").nodeIp().configured()).containsExactly("192.0.2.2");
    }

    @Test
    void takesOneIdFromTwoNodes() {
        UUID id = UUID.randomUUID();
        assertThat(store.take(
                        Said.by("n1").id(id),
                        Said.by("n2").id(id),
                        Said.by("core", "n1").id(id)))
                .containsOnly(Outcome.STORED);
        assertThat(store.count("node")).isEqualTo(3);
        assertThat(store.count("cluster")).isEqualTo(2);
    }

    @Test
    void keepsLateReportsAsHistoryAndLeavesTheStatusAlone() {
        store.take(Said.by("n1").at(START.plusSeconds(120)).nodeIp("2001:db8:1::10"));

        assertThat(store.take(Said.by("n1")
                        .at(START)
                        .received(START.plusSeconds(180))
                        .nodeIp("192.0.2.1")
                        .finding("V6ONLY_NODE_IP_IS_V4", Severity.CRITICAL)))
                .containsExactly(Outcome.STORED);

        NodeStatus node = store.node("n1");
        assertThat(node.judged().verdict()).isEqualTo(Verdict.OK);
        assertThat(node.nodeIp().configured()).containsExactly("2001:db8:1::10");
        assertThat(node.seen().collectedAt()).isEqualTo(START.plusSeconds(120));
        assertThat(node.seen().lastReportAt()).isEqualTo(START.plusSeconds(120));
        assertThat(store.history.changes(HistoryQuery.of("edge", "n1")).items()).isEmpty();
        assertThat(store.history.reports(HistoryQuery.of("edge", "n1")).items())
                .extracting(ReportEntry::verdict)
                .containsExactly(Verdict.OK, Verdict.CRITICAL);
    }

    @Test
    void takesWhatASpoolSendsAfterALateReportOfOtherFacts() {
        store.take(Said.by("n1").at(START.plusSeconds(120)));
        store.take(Said.by("n1").at(START).nodeIp("192.0.2.1"));

        assertThat(store.take(
                        Said.by("n1").at(START.plusSeconds(60)).nodeIp("192.0.2.2"),
                        Said.by("n1").at(START.plusSeconds(180)).nodeIp("192.0.2.3")))
                .containsOnly(Outcome.STORED);
        assertThat(store.count("facts")).isEqualTo(4);
        assertThat(store.node("n1").nodeIp().configured()).containsExactly("192.0.2.3");
    }

    @Test
    void storesTheFactsOfANodeThatDoesNotChangeOnce() {
        for (int i = 0; i < 20; i++) {
            store.take(Said.by("n1").at(START.plusSeconds(i)).busy(1_000_000 + i, i));
        }
        assertThat(store.count("report")).isEqualTo(20);
        assertThat(store.count("facts")).isEqualTo(1);
        assertThat(store.statuses.lastReport("edge", "n1"))
                .map(report -> report.runtime().resources().memoryUsedBytes())
                .contains(1_000_019L);
    }

    @Test
    void saysNothingNewForANodeThatGoesBackAndForth() {
        for (int i = 0; i < 6; i++) {
            store.take(Said.by("n1").at(START.plusSeconds(i)).nodeIp(i % 2 == 0 ? "192.0.2.1" : "192.0.2.2"));
        }
        assertThat(store.count("facts")).isEqualTo(2);
        assertThat(store.history.changes(HistoryQuery.of("edge", "n1")).items())
                .filteredOn(change -> change.what().equals("nodeIp.configured"))
                .hasSize(5);
    }

    @Test
    void writesEachChangeWithBeforeAndAfter() {
        store.take(Said.by("n1"));
        store.take(Said.by("n1")
                .at(START.plusSeconds(60))
                .address("2001:db8:1::11")
                .version("v1.31.7+rke2r1")
                .finding("NODE_IP_NOT_ON_HOST", Severity.CRITICAL)
                .incorrect());

        assertThat(store.history.changes(HistoryQuery.of("edge", "n1")).items())
                .contains(
                        change("verdict", "ok", "critical"),
                        change("incorrectNodeIp", "false", "true"),
                        change("ipv6.address", "2001:db8:1::10", "2001:db8:1::11"),
                        change("addresses", "2001:db8:1::10/64", "2001:db8:1::11/64"),
                        change("distributionVersion", "v1.31.6+rke2r1", "v1.31.7+rke2r1"));
    }

    private static NodeChange change(String what, String before, String after) {
        return new NodeChange(new NodeKey("edge", "n1"), START.plusSeconds(60), what, before, after);
    }

    @Test
    void keepsTheJudgementOfTheNewestReport() {
        store.take(Said.by("n1"));
        store.take(Said.by("n1").at(START.plusSeconds(60)).finding("NO_DEFAULT_ROUTE", Severity.WARNING));

        assertThat(store.statuses.judgement("edge", "n1").orElseThrow())
                .contains("\"verdict\":\"warning\"", "\"rule\":\"NO_DEFAULT_ROUTE\"");
        assertThat(store.statuses.judgement("edge", "n2")).isEmpty();
    }

    @Test
    void keepsTheLastMeasuredReadyTime() {
        store.take(Said.by("n1").ready(101));
        store.take(Said.by("n1").at(START.plus(Duration.ofMinutes(1))));

        assertThat(store.node("n1").seen().lastReadySeconds()).isEqualTo(101.0);
    }

    @Test
    void remembersNodesAcrossARestart() {
        store.take(Said.by("n1").finding("NO_DEFAULT_ROUTE", Severity.WARNING), Said.by("n2"));
        NodeStatus before = store.node("n1");
        try (TestStore other = new TestStore(store.jdbc.getDataSource(), new StoreSettings(100, 10, 10))) {
            other.take(Said.by("n1").at(START.plusSeconds(60)).finding("NO_DEFAULT_ROUTE", Severity.WARNING));
            assertThat(other.node("n1").judged()).isEqualTo(before.judged());
            assertThat(other.count("facts")).isEqualTo(2);
            assertThat(other.history.changes(HistoryQuery.ofFleet()).items()).isEmpty();
        }
        // The first store's memory of the node is old now.
        assertThat(store.take(
                        Said.by("n1").at(START.plusSeconds(120)), Said.by("n2").at(START.plusSeconds(1))))
                .containsOnly(Outcome.STORED);
        assertThat(store.node("n1").judged().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void takesTextsThatADatabaseWouldRefuse() {
        Said odd = Said.by("n1")
                .version("v1\ud800")
                .nodeIp("192.0.2.1,".repeat(400))
                .logLine("\udfff");

        assertThat(store.take(odd)).containsExactly(Outcome.STORED);
        assertThat(store.node("n1").platform().version()).isEqualTo("v1?");
        assertThat(String.join(" ", store.node("n1").nodeIp().configured())).hasSize(3999);
        assertThat(store.take(List.of())).isEmpty();
    }
}
