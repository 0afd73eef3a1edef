package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.AgentState;
import io.dualsight.store.NodeKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentProblemTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static AgentState agent(long secondsAhead, String version, long spooled, long dropped) {
        return new AgentState(
                new NodeKey("edge", "one"),
                false,
                NOW.plusSeconds(secondsAhead),
                NOW,
                new AgentState.Said(version, 60, 0, null),
                new AgentState.Load(spooled, dropped, null));
    }

    @Test
    void blamesAClockOnlyPastTenSecondsAndNeverWhileReportsWait() {
        assertThat(AgentProblem.CLOCK.of(agent(10, "1", 0, 0), "1")).isFalse();
        assertThat(AgentProblem.CLOCK.of(agent(11, "1", 0, 0), "1")).isTrue();
        assertThat(AgentProblem.CLOCK.of(agent(-11, "1", 0, 0), "1")).isTrue();
        assertThat(AgentProblem.CLOCK.of(agent(-3600, "1", 1, 0), "1")).isFalse();
    }

    @Test
    void findsTheNewestVersionByItsNumbers() {
        AgentBook.Sheet sheet = AgentBook.Sheet.of(List.of(agent(0, "0.9.9", 0, 0), agent(0, "0.10.0", 0, 0)));
        assertThat(sheet.newest()).isEqualTo("0.10.0");
        assertThat(sheet.with(AgentProblem.VERSION)).hasSize(1);
        assertThat(sheet.problems(sheet.agents().get(0))).containsExactly(AgentProblem.VERSION);
    }

    @Test
    void namesTheMostUrgentFirst() {
        AgentBook.Sheet sheet = AgentBook.Sheet.of(List.of(agent(0, null, 2, 5)));
        assertThat(sheet.newest()).isNull();
        assertThat(sheet.problems(sheet.agents().get(0))).containsExactly(AgentProblem.DROPPED, AgentProblem.SPOOL);
        assertThat(AgentProblem.of("dropped")).contains(AgentProblem.DROPPED);
        assertThat(AgentProblem.of("lazy")).isEmpty();
    }
}
