package io.dualsight.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.HandClock;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class OpenNodesTests {

    private final HandClock clock = new HandClock(SaidOfStart.START);
    private final TestDatabase database;
    private TestStore store;
    private OpenNodes open;
    private List<Long> ids;

    OpenNodesTests(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void letTwoNodesReport() {
        store = new TestStore(database);
        store.take(List.of(SaidOfStart.by("a").judged(), SaidOfStart.by("b").judged()));
        ids = store.jdbc.queryForList("select id from node order by name", Long.class);
        open = new OpenNodes(store.jdbc, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rememberWhoIsStillWaitedFor() {
        open.write(ids, Set.of(ids.get(0)));
        assertThat(open.known()).containsExactly(ids.get(0));

        open.write(ids, Set.of(ids.get(1)));
        assertThat(open.known()).containsExactly(ids.get(1));

        open.write(ids, Set.of());
        assertThat(open.known()).isEmpty();
    }

    @Test
    void leaveThoseAloneThatWereNotLookedAt() {
        open.write(ids, Set.copyOf(ids));
        open.write(List.of(ids.get(0)), Set.of());

        assertThat(open.known()).containsExactly(ids.get(1));
    }

    @Test
    void seeWithinTenSecondsWhatAnotherConsoleWrote() {
        assertThat(open.known()).isEmpty();
        new OpenNodes(store.jdbc, clock).write(ids, Set.of(ids.get(0)));

        clock.pass(Duration.ofMillis(9_999));
        assertThat(open.known()).as("from memory").isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(open.known()).containsExactly(ids.get(0));
    }

    @Test
    void takeItWhenAnotherConsoleWasQuicker() {
        assertThat(open.known()).isEmpty();
        new OpenNodes(store.jdbc, clock).write(ids, Set.of(ids.get(0)));

        open.write(ids, Set.of(ids.get(0)));

        assertThat(open.known()).containsExactly(ids.get(0));
    }
}
