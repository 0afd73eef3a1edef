package io.dualsight.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.store.NodeKey;
import io.dualsight.store.Said;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingLifeTests extends OnEachDatabase {

    @Test
    void opensWithTheFirstBadReportAndIsSeenWithEachFurtherOne() {
        desk.bad("n1");
        desk.bad("n1");
        TrackedFinding finding = desk.only();
        assertThat(finding.found().rule()).isEqualTo(TriageDesk.RULE);
        assertThat(finding.found().severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.found().evidence()).containsEntry("seen", "2001:db8:1::10");
        assertThat(finding.state().status()).isEqualTo(FindingStatus.OPEN);
        assertThat(finding.seen().firstSeenAt()).isEqualTo(Said.START.plusSeconds(60));
        assertThat(finding.seen().lastSeenAt()).isEqualTo(Said.START.plusSeconds(120));
        assertThat(finding.seen().occurrences()).isEqualTo(1);
        assertThat(desk.told).extracting(Tiding::kind).containsExactly(EventKind.OPENED);
    }

    @Test
    void staysOpenAtTwoGoodReportsAndIsResolvedByTheThird() {
        desk.bad("n1");
        desk.good("n1", 2);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(desk.only().seen().present()).isFalse();
        assertThat(desk.only().seen().lastSeenAt()).isEqualTo(Said.START.plusSeconds(60));
        desk.good("n1", 1);
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
        assertThat(desk.only().state().resolution()).isEqualTo(Resolution.GOOD_REPORTS);
    }

    @Test
    void countsGoodReportsAnewAfterABadOne() {
        desk.bad("n1");
        desk.good("n1", 2);
        desk.bad("n1");
        desk.good("n1", 2);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(desk.only().seen().occurrences()).isEqualTo(2);
        assertThat(desk.only().seen().episodes()).isEqualTo(1);
    }

    @Test
    void comesBackAsTheSameFindingRegressedWithItsAssignee() {
        desk.bad("n1");
        long id = desk.only().id();
        desk.act(TriageDesk.ALICE, desk.fields().acknowledge("mine"));
        desk.act(TriageDesk.ALICE, desk.fields().assign("bob"));
        desk.good("n1", 3);
        desk.bad("n1");
        TrackedFinding again = desk.only();
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.state().status()).isEqualTo(FindingStatus.OPEN);
        assertThat(again.state().regressed()).isTrue();
        assertThat(again.state().assignee()).isEqualTo("bob");
        assertThat(again.seen().episodes()).isEqualTo(2);
        assertThat(desk.events())
                .containsExactly(
                        EventKind.REGRESSED,
                        EventKind.RESOLVED,
                        EventKind.ASSIGNED,
                        EventKind.ACKNOWLEDGED,
                        EventKind.OPENED);
    }

    @Test
    void opensAgainWithAnUnchangedReportWhereItWasResolvedWhileItStood() {
        desk.bad("n1");
        desk.bad("n1");
        desk.act(TriageDesk.ALICE, desk.fields().resolve("rebooted"));
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
        desk.bad("n1");
        assertThat(desk.only().state().regressed()).isTrue();
    }

    @Test
    void looksForNothingWhereAReportSaysWhatTheLastOneSaid() {
        desk.bad("n1");
        desk.good("n2", 1);
        desk.looks.set(0);
        desk.bad("n1");
        desk.good("n2", 3);
        desk.bad("n1");
        assertThat(desk.looks).hasValue(0);
    }

    @Test
    void goesOnWhereAnotherConsoleLeftOff() {
        desk.bad("n1");
        desk.good("n1", 1);
        try (TriageDesk other = new TriageDesk(desk.store.jdbc.getDataSource())) {
            other.follow(desk);
            other.good("n1", 1);
            desk.follow(other);
            assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
            desk.good("n1", 1);
            assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
            other.follow(desk);
            other.bad("n1");
            desk.follow(other);
            desk.good("n1", 1);
            other.follow(desk);
            other.good("n1", 1);
            assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
            other.good("n1", 1);
            assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
        }
    }

    @Test
    void takesAReportThatNothingCouldBeJudgedByForNoGoodOne() {
        desk.bad("n1");
        desk.store.take(desk.report("n1").unjudged());
        desk.store.take(desk.report("n1").unjudged());
        desk.store.take(desk.report("n1").unjudged());
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(desk.only().seen().present()).isTrue();
    }

    @Test
    void takesAReportThatCouldNotReadForNoGoodOne() {
        desk.bad("n1");
        for (int i = 0; i < 3; i++) {
            desk.store.take(desk.report("n1").unread("interfaces"));
        }
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        desk.good("n1", 3);
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
    }

    @Test
    void leavesLateReportsAside() {
        desk.bad("n1");
        desk.store.take(Said.by("n1").at(Said.START.minusSeconds(60)).finding("NODE_IP_IS_VIP", Severity.ERROR));
        assertThat(desk.only().found().rule()).isEqualTo(TriageDesk.RULE);
    }

    @Test
    void freezesWhatASilentNodeHasAndOpensItsSilence() {
        desk.bad("n1");
        desk.store.clock.pass(Duration.ofHours(1));
        assertThat(desk.store.node("n1").seen().stale()).isTrue();
        List<TrackedFinding> all =
                desk.findings.page(FindingQuery.of(FindingFilter.NONE)).items();
        assertThat(all).extracting(each -> each.found().rule()).containsExactly(TriageDesk.RULE, "AGENT_STALE");
        assertThat(all).extracting(each -> each.state().status()).containsOnly(FindingStatus.OPEN);
        assertThat(all.get(1).found().evidence()).containsEntry("limitSeconds", "180");
    }

    @Test
    void endsWhatANodeHasWhoseObjectWasDeletedOnceItIsSilentAndCallsNobody() {
        desk.store.take(desk.report("n1", "NODE_IP_IS_VIP"));
        desk.store.objects.deleted(new NodeKey("edge", "n1"), "uid", desk.store.clock.instant());
        desk.sweep.sweep();
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        desk.store.clock.pass(Duration.ofHours(1));
        assertThat(desk.store.node("n1").seen().stale()).isTrue();
        desk.sweep.sweep();
        assertThat(desk.only().state().resolution()).isEqualTo(Resolution.NODE_DELETED);
        assertThat(desk.told).extracting(Tiding::kind).containsExactly(EventKind.OPENED, EventKind.RESOLVED);
    }

    @Test
    void endsTheSilenceWithTheThirdReport() {
        desk.good("n1", 1);
        desk.store.clock.pass(Duration.ofHours(1));
        assertThat(desk.store.node("n1").seen().stale()).isTrue();
        desk.good("n1", 2);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        desk.good("n1", 1);
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
    }

    @Test
    void countsFlappingAndFloodsNobody() {
        for (int i = 0; i < 60; i++) {
            desk.bad("n1");
            desk.good("n1", 3);
        }
        assertThat(desk.only().seen().occurrences()).isEqualTo(60);
        assertThat(desk.only().seen().episodes()).isEqualTo(60);
        List<FindingEvent> events = desk.findings.events(desk.only().id());
        assertThat(events).hasSize(FindingDraft.EVENTS_A_DAY + 1);
        assertThat(events.get(0).kind()).isEqualTo(EventKind.FLAPPED);
        assertThat(events.get(0).times()).isEqualTo(120 - FindingDraft.EVENTS_A_DAY);
        assertThat(desk.told).hasSize(FindingDraft.EVENTS_A_DAY);
    }
}
