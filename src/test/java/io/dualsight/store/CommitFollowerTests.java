package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.TransientDataAccessResourceException;

@ParameterizedClass
@EnumSource
class CommitFollowerTests {

    private static final Instant START = Said.START;

    @Parameter
    TestDatabase database;

    private final List<KeptReport> seen = new ArrayList<>();
    private boolean refuses;
    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(database, this::follow);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void follow(List<KeptReport> kept) {
        if (refuses) {
            throw new TransientDataAccessResourceException("away");
        }
        seen.addAll(kept);
    }

    @Test
    void isShownEachKeptReportAndNoDuplicate() {
        Said first = Said.by("n1");
        store.take(first, first, Said.by("n2"));
        store.take(first);

        assertThat(seen)
                .extracting(each -> each.judged().report().origin().node())
                .containsExactly("n1", "n2");
        assertThat(seen.get(0).judged().report()).isEqualTo(first.report());
        assertThat(seen).extracting(KeptReport::placedAt).containsOnly(START);
    }

    @Test
    void isToldWhatDiffersFromTheReportBefore() {
        store.take(Said.by("n1"));
        store.take(Said.by("n1").at(START.plusSeconds(60)));
        store.take(Said.by("n1").at(START.plusSeconds(120)).nodeIp("192.0.2.1"));

        assertThat(seen).extracting(KeptReport::different).containsExactly(true, false, true);
        assertThat(seen).extracting(KeptReport::newest).containsOnly(true);
    }

    @Test
    void isToldThatALateReportIsHistory() {
        store.take(Said.by("n1"));
        store.take(Said.by("n1").at(START.minusSeconds(60)).nodeIp("192.0.2.1"));

        assertThat(seen.get(1).newest()).isFalse();
        assertThat(seen.get(1).different()).isFalse();
    }

    @Test
    void isToldThatASilentNodeSpeaksAgain() {
        store.take(Said.by("n1"));
        store.clock.pass(Duration.ofHours(1));
        assertThat(store.node("n1").seen().stale()).isTrue();
        store.take(Said.by("n1").at(START.plusSeconds(3600)));

        assertThat(seen).extracting(KeptReport::woke).containsExactly(false, true);
    }

    @Test
    void keepsItsOwnFailureFromBeingAcknowledged() {
        refuses = true;
        assertThatThrownBy(() -> store.take(Said.by("n1")))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreUnavailableException.class);

        assertThat(store.count("report")).isZero();
        refuses = false;
        assertThat(store.take(Said.by("n1"))).containsExactly(Outcome.STORED);
        assertThat(seen.get(0).different()).isTrue();
    }
}
