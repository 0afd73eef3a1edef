package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RuleCountTests {

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
    void countsNodesByRuleWithTheWorstSeverityThatItFinds() {
        store.take(
                Said.by("edge", "a").finding("NO_DEFAULT_ROUTE", Severity.WARNING),
                Said.by("edge", "b")
                        .finding("NODE_IP_NOT_ON_HOST", Severity.CRITICAL)
                        .finding("NO_DEFAULT_ROUTE", Severity.CRITICAL)
                        .finding("NODE_IP_AUTODETECTED", Severity.INFO),
                Said.by("edge", "c").finding("NODE_IP_AUTODETECTED", Severity.INFO),
                Said.by("core", "d"));

        assertThat(store.statuses.rules())
                .containsExactly(
                        new RuleCount("NO_DEFAULT_ROUTE", Severity.CRITICAL, 2),
                        new RuleCount("NODE_IP_NOT_ON_HOST", Severity.CRITICAL, 1),
                        new RuleCount("NODE_IP_AUTODETECTED", Severity.INFO, 2));
    }

    @Test
    void countsNothingWhereNoRuleFindsAnything() {
        store.take(Said.by("core", "d"));

        assertThat(store.statuses.rules()).isEmpty();
    }
}
