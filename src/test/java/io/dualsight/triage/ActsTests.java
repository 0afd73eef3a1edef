package io.dualsight.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import io.dualsight.store.Criterion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActsTests extends OnEachDatabase {

    private static final Duration STEP = Duration.ofNanos(1000);

    private void snoozeUntil(Instant moment) {
        desk.act(TriageDesk.ALICE, desk.fields().snooze(moment.toString(), null, null, "later"));
    }

    @Test
    void sleepsUntilItsMomentAndNoLonger() {
        desk.bad("n1");
        Instant end = desk.store.clock.instant().plusSeconds(3600);
        snoozeUntil(end);
        desk.store.clock.pass(Duration.ofHours(1).minus(STEP));
        assertThat(desk.status()).isEqualTo(FindingStatus.SNOOZED);
        desk.store.clock.pass(STEP);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(desk.events().get(0)).isEqualTo(EventKind.WOKE);
    }

    @Test
    void sleepsUntilTheNextVersion() {
        desk.bad("n1");
        desk.act(TriageDesk.ALICE, desk.fields().snooze(null, "true", null, null));
        desk.store.take(desk.report("n1", TriageDesk.RULE).nodeIp("2001:db8:1::11"));
        assertThat(desk.status()).isEqualTo(FindingStatus.SNOOZED);
        desk.store.take(desk.report("n1", TriageDesk.RULE).version("v1.31.7+rke2r1"));
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
    }

    @Test
    void sleepsUntilAVersionIsReached() {
        desk.bad("n1");
        desk.act(TriageDesk.ALICE, desk.fields().snooze(null, "v1.32.1", null, null));
        desk.store.take(desk.report("n1", TriageDesk.RULE).version("v1.32.0+rke2r1"));
        assertThat(desk.status()).isEqualTo(FindingStatus.SNOOZED);
        desk.store.take(desk.report("n1", TriageDesk.RULE).version("v1.32.1+rke2r1"));
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
    }

    @Test
    void sleepsUntilTheVerdictChanges() {
        desk.bad("n1");
        desk.act(TriageDesk.ALICE, desk.fields().snooze(null, null, "true", null));
        desk.bad("n1");
        assertThat(desk.status()).isEqualTo(FindingStatus.SNOOZED);
        desk.good("n1", 1);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
    }

    @Test
    void refusesTheSecondOfTwoWhoSawTheSame() {
        desk.bad("n1");
        TrackedFinding seen = desk.only();
        int revision = seen.state().revision();
        desk.triage.act(TriageDesk.ALICE, seen.id(), desk.fields().resolve("fixed"), revision);
        assertThatThrownBy(() ->
                        desk.triage.act(TriageDesk.BOB, seen.id(), desk.fields().comment("still red"), revision))
                .isInstanceOfSatisfying(FindingChangedException.class, e -> {
                    assertThat(e.last()).isNotNull();
                    assertThat(e.last().actor()).isEqualTo("alice");
                    assertThat(e.last().note()).isEqualTo("fixed");
                    assertThat(e.current().state().status()).isEqualTo(FindingStatus.RESOLVED);
                });
    }

    @Test
    void leavesTheRevisionAsItIsWhenReportsSayNothingNew() {
        desk.bad("n1");
        int revision = desk.only().state().revision();
        desk.bad("n1");
        desk.good("n1", 2);
        assertThat(desk.only().state().revision()).isEqualTo(revision);
    }

    @Test
    void reopensAndResolvesItselfAfterThreeFurtherGoodReports() {
        desk.bad("n1");
        desk.good("n1", 3);
        desk.act(TriageDesk.ALICE, desk.fields().reopen("not sure"));
        desk.good("n1", 2);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        desk.good("n1", 1);
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
    }

    @Test
    void keepsTheCountOfGoodReportsThroughAComment() {
        desk.bad("n1");
        desk.good("n1", 2);
        desk.act(TriageDesk.ALICE, desk.fields().comment("watching"));
        desk.good("n1", 1);
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
    }

    @Test
    void doesOneThingToAllThatMatchAndTakesItBack() {
        for (int i = 0; i < 15; i++) {
            desk.bad("n" + i);
        }
        desk.store.take(desk.report("other", "NODE_IP_IS_VIP"));
        FindingFilter filter = FindingFilter.of(Map.of("rule", TriageDesk.RULE, "version", "<1.32"));
        List<Long> ids = desk.triage.matching(filter);
        assertThat(ids).hasSize(15);
        desk.triage.act(TriageDesk.BOB, ids.get(0), desk.fields().resolve("done"), null);

        Triage.Batch batch =
                desk.triage.actOnAll(TriageDesk.ALICE, ids, desk.fields().acknowledge("all mine"));
        assertThat(batch.done()).isEqualTo(14);
        assertThat(batch.passedOver()).isEqualTo(1);
        desk.triage.act(TriageDesk.BOB, ids.get(1), desk.fields().assign("bob"), null);

        Triage.Batch undone = desk.triage.undo(TriageDesk.ALICE, batch.id()).orElseThrow();
        assertThat(undone.done()).isEqualTo(13);
        assertThat(undone.passedOver()).isEqualTo(1);
        assertThat(desk.triage.undo(TriageDesk.ALICE, batch.id())).isEmpty();
        FindingCounts counts = desk.findings.counts(filter);
        assertThat(counts.fresh()).isEqualTo(13);
        assertThat(counts.acknowledged()).isEqualTo(1);
        assertThat(counts.resolved()).isEqualTo(1);
    }

    @Test
    void takesBackForAPersonOfSomeClustersOnlyWhatThatPersonMaySee() {
        desk.bad("n1");
        Triage.Batch batch = desk.triage.actOnAll(
                TriageDesk.ALICE,
                desk.triage.matching(FindingFilter.NONE),
                desk.fields().resolve("done"));
        Caller.Person elsewhere = new Caller.Person("eve", Role.OPERATOR, Set.of("core"));
        assertThat(desk.triage.undo(elsewhere, batch.id())).isEmpty();
        assertThat(desk.status()).isEqualTo(FindingStatus.RESOLVED);
        assertThat(desk.triage.undo(TriageDesk.BOB, batch.id()).orElseThrow().done())
                .isEqualTo(1);
    }

    @Test
    void takesBackAResolutionTogetherWithItsReason() {
        desk.bad("n1");
        desk.act(TriageDesk.ALICE, desk.fields().assign("bob"));
        desk.act(TriageDesk.ALICE, desk.fields().resolve("wrong one"));
        long batch = desk.findings.events(desk.only().id()).get(0).batch();
        desk.triage.undo(TriageDesk.ALICE, batch);
        assertThat(desk.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(desk.only().state().assignee()).isEqualTo("bob");
        assertThat(desk.only().state().resolution()).isNull();
    }

    @Test
    void endsFindingsOfDeletedNodesAndOfRulesThatAreGoneOrSwitchedOff() {
        desk.bad("n1");
        desk.store.take(desk.report("n2", "NO_SUCH_RULE_ANY_MORE"));
        desk.store.take(desk.report("n3", TriageDesk.OFF));
        desk.store.take(desk.report("n4", "NODE_IP_NOT_ON_HOST"));
        desk.store.jdbc.update("delete from node_rule");
        for (String table : List.of("report", "facts", "node_change", "node_judgement", "node_pulse")) {
            desk.store.jdbc.update(
                    "delete from " + table + " where node_id in (select id from node where name = 'n1')");
        }
        desk.store.jdbc.update("delete from node where name = 'n1'");
        desk.sweep.sweep();
        List<TrackedFinding> all =
                desk.findings.page(FindingQuery.of(FindingFilter.NONE)).items();
        assertThat(all)
                .extracting(each -> each.node().node() + " " + each.state().resolution())
                .containsExactlyInAnyOrder("n1 NODE_DELETED", "n2 CHECK_REMOVED", "n3 CHECK_REMOVED", "n4 null");
    }

    @Test
    void filtersByWhatNodesAre() {
        desk.bad("n1");
        desk.store.take(desk.report("n2", TriageDesk.RULE).version("v1.33.0+rke2r1"));
        FindingFilter old = FindingFilter.NONE.with(Criterion.VERSION, "<1.32");
        assertThat(desk.findings.page(FindingQuery.of(old)).items())
                .extracting(each -> each.node().node())
                .containsExactly("n1");
        FindingFilter named = FindingFilter.NONE.with(FindingCriterion.Q, "N2");
        assertThat(desk.findings.page(FindingQuery.of(named)).total()).isEqualTo(1);
    }

    @Test
    void writesWhoDidWhatIntoTheAudit() {
        desk.store.jdbc.update("delete from audit");
        desk.bad("n1");
        desk.act(TriageDesk.ALICE, desk.fields().acknowledge(null));
        desk.act(TriageDesk.BOB, desk.fields().resolve("fixed"));
        assertThat(desk.store.jdbc.queryForList(
                        "select actor || ' ' || action || ' ' || subject from audit order by id", String.class))
                .containsExactly(
                        "alice finding-acknowledged finding " + desk.only().id(),
                        "bob finding-resolved finding " + desk.only().id());
    }
}
