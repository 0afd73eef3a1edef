package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Verdict;
import io.dualsight.store.VerdictMoves;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BetterWordsTests {

    private static Overview.Better better(Map<Verdict, Long> now, VerdictMoves... moves) {
        return new BetterWords(now, List.of(moves), WordingTests.in(Locale.ENGLISH)).better();
    }

    private static VerdictMoves moved(int daysAgo, Verdict before, Verdict after, long nodes) {
        LocalDate today = LocalDate.ofInstant(WordingTests.in(Locale.ENGLISH).now(), ZoneOffset.UTC);
        return new VerdictMoves(today.minusDays(daysAgo), before, after, nodes);
    }

    @Test
    void countsBackFromNow() {
        Overview.Better better = better(
                Map.of(Verdict.OK, 90L, Verdict.WARNING, 10L),
                moved(0, Verdict.OK, Verdict.WARNING, 3),
                moved(1, Verdict.CRITICAL, Verdict.OK, 20),
                moved(1, Verdict.CRITICAL, Verdict.WARNING, 5));
        assertThat(better.bars()).hasSize(14);
        assertThat(better.bars().subList(11, 14))
                .extracting(Overview.Bar::count)
                .containsExactly("27", "7", "10");
        assertThat(better.most()).isEqualTo("27");
        assertThat(better.text()).isEqualTo("10 nodes need work; a week ago 27");
        assertThat(better.verdict()).isEqualTo("ok");
    }

    @Test
    void warnsWhereItGetsWorse() {
        Overview.Better better = better(
                Map.of(Verdict.ERROR, 1L),
                moved(7, Verdict.ERROR, Verdict.OK, 1),
                moved(6, Verdict.INFO, Verdict.ERROR, 1));
        assertThat(better.text()).isEqualTo("1 node needs work; a week ago only 0");
        assertThat(better.verdict()).isEqualTo("warning");
    }

    @Test
    void isAtEaseWhereNothingEverHappened() {
        Overview.Better better = better(Map.of(Verdict.OK, 5L));
        assertThat(better.text()).isEqualTo("No node needs work, as a week ago");
        assertThat(better.bars()).allMatch(bar -> bar.height() == 0);
    }
}
