package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.NodeHistory;
import io.dualsight.store.VerdictMoves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ToldPastTests extends RunningConsole {

    @Autowired
    DemoFleet fleet;

    @Autowired
    NodeHistory history;

    /** Charts have read these days before, when nothing had happened on them. */
    @Test
    void isInChartsAsSoonAsItIsTold() throws InterruptedException {
        assertThat(movesOfDaysThatAreOver()).isEmpty();
        fleet.tellPast(List.of(new DemoNode(DemoCluster.EDGE, 50, 1)), SentReport.NOW);
        assertThat(movesOfDaysThatAreOver()).isNotEmpty();
    }

    private List<VerdictMoves> movesOfDaysThatAreOver() {
        Instant from = SentReport.NOW.minus(Duration.ofDays(30));
        LocalDate today = LocalDate.ofInstant(SentReport.NOW, ZoneOffset.UTC);
        return history.verdictMoves(from).stream()
                .filter(move -> move.day().isBefore(today))
                .toList();
    }
}
