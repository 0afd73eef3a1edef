package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import io.dualsight.store.JudgingPass;
import io.dualsight.store.Said;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulePassTests {

    private final RuleBook rules = new RuleBook(Thresholds.DEFAULT);
    private final TestStore store = new TestStore(TestDatabase.H2);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void judgesNobodyAgainOnANewDatabaseThoughReportsComeInBeforeItsFirstTurn() {
        RulePass pass = started();
        store.take(Said.by("n1"));
        pass.run();
        JudgingPass newest = store.passes.newest().orElseThrow();
        assertThat(newest.isFinished()).isTrue();
        assertThat(newest.done()).isZero();
        pass.run();
        assertThat(store.passes.newest()).contains(newest);
    }

    @Test
    void judgesWhoeverWasThereBeforeItsStart() {
        store.take(Said.by("n1"));
        RulePass pass = started();
        pass.run();
        JudgingPass newest = store.passes.newest().orElseThrow();
        assertThat(newest.isFinished()).isTrue();
        assertThat(newest.done()).isOne();
    }

    private RulePass started() {
        Rejudging rejudging = new Rejudging(
                store.standing(),
                new Judge(rules, store.reports(), Surroundings.NONE),
                store.clock,
                new IngestSettings(1000, 1000, Duration.ofSeconds(5)));
        RulePass pass =
                new RulePass(store.passes, store.standing(), rejudging, new RuleFingerprint(rules), store.clock);
        pass.afterSingletonsInstantiated();
        return pass;
    }
}
