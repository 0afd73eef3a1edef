package io.dualsight.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.store.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CausesTests extends OnEachDatabase {

    private static final String OLD = "v1.31.4+rke2r1";

    private static Said node(String cluster, int number) {
        return Said.by(cluster, "n%03d".formatted(number))
                .address("2001:db8:1::1:" + Integer.toHexString(0x1000 + number));
    }

    private static Said ill(Said said) {
        return said.finding(TriageDesk.RULE, Severity.ERROR);
    }

    /** 15 ill nodes among 55: 14 of them of one release, which none of the others runs. */
    private void seedCohort() {
        for (int i = 0; i < 55; i++) {
            Said said = node("edge", i);
            if (i < 14) {
                said.version(OLD);
            }
            desk.store.take(i < 15 ? ill(said) : said);
        }
    }

    @Test
    void findsWhatTheIllHaveAndOthersHaveNot() {
        seedCohort();
        SharedCause first = desk.causes.of(TriageDesk.RULE, Set.of()).get(0);
        assertThat(first).isEqualTo(new SharedCause(List.of(new SharedCause.Trait("version", OLD)), 14, 15, 0, 40));
        assertThat(first.lift()).isBetween(76.0, 77.0);
        assertThat(desk.causes.best(Set.of())).containsExactly(Map.entry(TriageDesk.RULE, first));
    }

    @Test
    void readsTheFleetInOneQuestionWithARowAGroupAndNotAgainUntilItChanges() {
        seedCohort();
        desk.looks.set(0);
        desk.causes.best(Set.of());
        assertThat(desk.looks).as("two revisions and the fleet").hasValue(3);
        desk.causes.best(Set.of());
        assertThat(desk.looks).as("two revisions").hasValue(5);
        desk.store.take(node("edge", 200).version(OLD));
        desk.looks.set(0);
        desk.causes.best(Set.of());
        assertThat(desk.looks).hasValue(3);
    }

    @Test
    void comparesNodesOfTheWantedClustersAlone() {
        seedCohort();
        for (int i = 100; i < 140; i++) {
            desk.store.take(node("core", i).version(OLD));
        }
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of("edge")).get(0).others())
                .isEqualTo(40);
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of("core"))).isEmpty();
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of()).get(0).traits())
                .as("the release is not the difference any more, the cluster is")
                .containsExactly(new SharedCause.Trait("cluster", "edge"));
    }

    @Test
    void namesTheSubnetThatTheIllAreIn() {
        for (int i = 0; i < 10; i++) {
            Said said = node("edge", i);
            desk.store.take(i < 4 ? ill(said.address("2001:db8:7:1::" + (i + 1))) : said);
        }
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of()).get(0).traits())
                .containsExactly(new SharedCause.Trait("subnet", "2001:db8:7:1::/64"));
    }

    @Test
    void saysNothingOfTwoAndSomethingOfThree() {
        for (int i = 0; i < 12; i++) {
            Said said = node("edge", i);
            desk.store.take(i < 2 ? ill(said.version(OLD)) : said);
        }
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of())).isEmpty();
        desk.store.take(ill(node("edge", 12).version(OLD)));
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of())).isNotEmpty();
    }

    @Test
    void leavesTheResolvedAside() {
        for (int i = 0; i < 12; i++) {
            Said said = node("edge", i);
            desk.store.take(i < 3 ? ill(said.version(OLD)) : said);
        }
        List<Long> ids = desk.triage.matching(FindingFilter.NONE);
        desk.triage.actOnAll(TriageDesk.ALICE, ids, desk.fields().resolve("fixed"));
        assertThat(desk.causes.of(TriageDesk.RULE, Set.of())).isEmpty();
    }
}
