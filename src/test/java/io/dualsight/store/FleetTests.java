package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import io.dualsight.rule.Facts;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource
class FleetTests {

    private static final IpAddress SHARED = IpAddress.parse("2001:db8:1::10").orElseThrow();
    private static final RuleBook RULES = new RuleBook(Thresholds.DEFAULT);

    @Parameter
    TestDatabase database;

    private final List<Object> events = new ArrayList<>();
    private final HandClock clock = new HandClock(Said.START);
    private Fleet fleet;
    private TestStore store;

    @BeforeEach
    void open() {
        fleet = new Fleet(new MemberTable(new JdbcTemplate(database.empty())), clock, events::add);
        store = new TestStore(database, fleet);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Another console on the same database. */
    private Fleet elsewhere() {
        return new Fleet(new MemberTable(store.jdbc), clock, events::add);
    }

    private void take(Said said, Map<String, Object> kubernetes) {
        Map<String, Object> tree = ReportWriter.tree(said.report());
        tree.put("kubernetes", kubernetes);
        judge(tree);
    }

    private void takeConfigured(Said said, Map<String, String> config) {
        Map<String, Object> tree = ReportWriter.tree(said.report());
        tree.put("config", Map.of("values", config));
        judge(tree);
    }

    private void judge(Map<String, Object> tree) {
        Report report = ReportReader.read(Json.read(Json.write(tree)), null);
        store.take(List.of(new JudgedReport(
                report, RULES.judge(Facts.of(report)), report.origin().collectedAt())));
    }

    private static Map<String, Object> node(String uid) {
        return Map.of("nodeUid", uid, "internalIps", List.of(SHARED.toString()));
    }

    private static Said agent(String name) {
        return Said.by(name).role("agent");
    }

    private Map<IpAddress, List<String>> holders(Fleet asked, String name, String uid, Instant at) {
        return asked.holders(new Claim(new NodeKey("edge", name), uid, at), Set.of(SHARED));
    }

    private Optional<String> clusterCidr(Fleet asked, String name) {
        return asked.servers(new NodeKey("edge", name))
                .map(ServerSettings::clusterCidr)
                .map(CidrList::toString);
    }

    @Test
    void knowsWhatTheServersConfigure() {
        store.take(Said.by("s1"));
        assertThat(clusterCidr(fleet, "a1")).contains("2001:cafe:42::/56");
        assertThat(fleet.servers(new NodeKey("edge", "a1")).orElseThrow().cni()).isEqualTo("calico");
        assertThat(clusterCidr(fleet, "s1")).as("of itself").isEmpty();
        assertThat(fleet.servers(new NodeKey("other", "a1"))).isEmpty();
    }

    @Test
    void takesNoSettingsFromAgents() {
        store.take(agent("a1"));
        assertThat(fleet.servers(new NodeKey("edge", "a2"))).isEmpty();
    }

    @Test
    void believesAServerThatWritesMoreThanOnesThatDoNot() {
        takeConfigured(Said.by("s1"), Map.of("node-ip", "192.0.2.1"));
        takeConfigured(Said.by("s2"), Map.of("node-ip", "192.0.2.2"));
        assertThat(clusterCidr(fleet, "a1")).contains("10.42.0.0/16");
        store.take(Said.by("s3"));
        assertThat(clusterCidr(fleet, "a1")).contains("2001:cafe:42::/56");
        assertThat(clusterCidr(fleet, "s3")).contains("10.42.0.0/16");
    }

    @Test
    void believesMostOfTheServersThatWrite() {
        takeConfigured(Said.by("s1"), Map.of("cluster-cidr", "10.44.0.0/16"));
        store.take(Said.by("s2"), Said.by("s3"));
        assertThat(clusterCidr(fleet, "a1")).contains("2001:cafe:42::/56");
    }

    @Test
    void saysWhenTheSettingsOfAClusterChange() {
        store.take(Said.by("s1"));
        store.take(Said.by("s1").at(Said.START.plusSeconds(60)));
        store.take(agent("a1"));
        assertThat(events).containsExactly(new ServerSettingsChanged("edge"));
        takeConfigured(Said.by("s1").at(Said.START.plusSeconds(120)), Map.of("cluster-cidr", "10.44.0.0/16"));
        assertThat(events).hasSize(2);
    }

    @Test
    void findsAnotherNodeWithTheAddressAndTellsThatOne() {
        take(Said.by("n1"), node("uid-1"));
        assertThat(holders(fleet, "n2", "uid-2", Said.START)).isEqualTo(Map.of(SHARED, List.of("n1")));
        events.clear();
        take(Said.by("n2"), node("uid-2"));
        assertThat(events).contains(new AddressShared(List.of(new NodeKey("edge", "n1"))));
        assertThat(holders(fleet, "n1", "uid-1", Said.START)).isEqualTo(Map.of(SHARED, List.of("n2")));
    }

    @Test
    void doesNotTakeANodeForAnotherWithoutItsUid() {
        take(Said.by("n1"), node("uid-1"));
        store.take(Said.by("n2"));
        assertThat(holders(fleet, "n3", "uid-1", Said.START))
                .as("the same node")
                .isEmpty();
        assertThat(holders(fleet, "n3", "uid-3", Said.START)).isEqualTo(Map.of(SHARED, List.of("n1")));
        assertThat(holders(fleet, "n1", "uid-9", Said.START))
                .as("itself, made anew")
                .isEmpty();
    }

    @Test
    void holdsAnAddressForTenMinutesAndNoLonger() {
        take(Said.by("n1"), node("uid-1"));
        Duration limit = Duration.ofMinutes(10);
        assertThat(holders(fleet, "n2", "uid-2", Said.START.plus(limit))).hasSize(1);
        assertThat(holders(fleet, "n2", "uid-2", Said.START.plus(limit).plusNanos(1000)))
                .isEmpty();
        store.take(agent("n0"));
        take(Said.by("n1").at(Said.START.plusSeconds(60)), node("uid-1"));
        assertThat(holders(fleet, "n2", "uid-2", Said.START.plus(limit).plusSeconds(60)))
                .hasSize(1);
    }

    @Test
    void forgetsAnAddressThatANodeGaveUp() {
        take(Said.by("n1"), node("uid-1"));
        Map<String, Object> other = new HashMap<>(node("uid-1"));
        other.put("internalIps", List.of("2001:db8:1::11"));
        take(Said.by("n1").nodeIp("2001:db8:1::11").address("2001:db8:1::11").at(Said.START.plusSeconds(60)), other);
        assertThat(holders(fleet, "n2", "uid-2", Said.START.plusSeconds(60))).isEmpty();
    }

    @Test
    void knowsWhetherThePeersUseUniqueLocalAddresses() {
        NodeKey asker = new NodeKey("edge", "n9");
        assertThat(fleet.peersUseUniqueLocal(asker)).isNull();
        store.take(ula("n1"), ula("n2"));
        assertThat(fleet.peersUseUniqueLocal(asker)).isTrue();
        store.take(Said.by("n3"));
        assertThat(fleet.peersUseUniqueLocal(asker)).as("mixed").isNull();
        assertThat(fleet.peersUseUniqueLocal(new NodeKey("edge", "n3"))).isTrue();
    }

    private static Said ula(String name) {
        return Said.by(name).nodeIp("fd00:1::10").address("fd00:1::10");
    }

    @Test
    void learnsWithinSecondsWhatAnotherConsoleTookIn() {
        Fleet other = elsewhere();
        assertThat(clusterCidr(other, "a1")).isEmpty();
        store.take(Said.by("s1"));
        take(Said.by("n1"), node("uid-1"));
        clock.pass(Duration.ofSeconds(2));
        assertThat(clusterCidr(other, "a1")).contains("2001:cafe:42::/56");
        assertThat(holders(other, "n2", "uid-2", Said.START)).hasSize(1);
    }

    @Test
    void hasAnotherRevisionWhereAnythingIsDifferentWhoeverTookItIn() {
        assertThat(fleet.revision("edge")).isZero();
        store.take(Said.by("s1"));
        long first = fleet.revision("edge");
        Fleet other = elsewhere();
        long there = other.revision("edge");
        store.take(Said.by("s1").at(Said.START.plusSeconds(60)));
        assertThat(fleet.revision("edge")).as("the same again").isEqualTo(first);
        take(Said.by("n1"), node("uid-1"));
        assertThat(fleet.revision("edge")).isGreaterThan(first);
        assertThat(fleet.revision("other")).isZero();
        clock.pass(Duration.ofSeconds(2));
        assertThat(other.revision("edge")).isGreaterThan(there);
    }

    @Test
    void knowsOfAClaimThatMayCountLater() {
        take(Said.by("n1"), node("uid-1"));
        Claim late = new Claim(new NodeKey("edge", "n2"), "uid-2", Said.START.plus(Duration.ofDays(1)));
        assertThat(fleet.holders(late, Set.of(SHARED))).isEmpty();
        assertThat(fleet.isContested(late, Set.of(SHARED))).isTrue();
        assertThat(fleet.isContested(late, Set.of())).isFalse();
        Claim own = new Claim(new NodeKey("edge", "n1"), "uid-1", Said.START);
        assertThat(fleet.isContested(own, Set.of(SHARED))).isFalse();
    }

    @Test
    void knowsTheFleetAfterARestart() {
        store.take(Said.by("s1"));
        assertThat(clusterCidr(elsewhere(), "a1")).contains("2001:cafe:42::/56");
    }

    @Test
    void forgetsNodesThatAreGone() {
        take(Said.by("n1"), node("uid-1"));
        for (String table : List.of("report", "facts", "node_rule", "node_judgement", "node_pulse")) {
            store.jdbc.update("delete from " + table);
        }
        store.jdbc.update("delete from node");
        assertThat(store.count("fleet_member")).isZero();
        assertThat(holders(fleet, "n2", "uid-2", Said.START)).isEmpty();
        clock.pass(Duration.ofMinutes(10));
        assertThat(clusterCidr(fleet, "n2")).isEmpty();
    }

    @Test
    void writesNothingForAReportThatSaysTheSame() {
        store.take(Said.by("s1"));
        store.jdbc.update("update fleet_member set cni = 'marked'");
        store.take(Said.by("s1").at(Said.START.plusSeconds(60)).busy(9, 9));
        store.take(Said.by("s1").at(Said.START.plusSeconds(120)).logLine("something else"));
        assertThat(store.jdbc.queryForObject("select cni from fleet_member", String.class))
                .isEqualTo("marked");
    }
}
