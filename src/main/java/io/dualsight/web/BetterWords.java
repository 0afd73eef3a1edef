package io.dualsight.web;

import io.dualsight.rule.Verdict;
import io.dualsight.store.VerdictMoves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says whether it is getting better: how many nodes needed work at the end of each of the last days. Counted back from
 * how many do now, so it costs what changed and not what there is.
 */
final class BetterWords {

    private static final int DAYS = 14;
    private static final int WEEK = 7;
    private static final int WIDTH = 10;
    private static final int HEIGHT = 40;

    private final Map<Verdict, Long> now;
    private final List<VerdictMoves> moves;
    private final Wording wording;

    BetterWords(Map<Verdict, Long> now, List<VerdictMoves> moves, Wording wording) {
        this.now = now;
        this.moves = moves;
        this.wording = wording;
    }

    /** The beginning of the days that are looked at. */
    static Instant from(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1L));
    }

    Overview.Better better() {
        List<Long> counts = counts();
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(0));
        long today = counts.get(DAYS - 1);
        long before = counts.get(DAYS - 1 - WEEK);
        String way = today < before ? "fewer" : today > before ? "more" : "same";
        String text = wording.text("better." + way, today, wording.number(today), wording.number(before));
        return new Overview.Better(
                way.equals("more") ? "warning" : "ok", text, bars(counts, most), wording.number(most));
    }

    private List<Overview.Bar> bars(List<Long> counts, long most) {
        LocalDate first = LocalDate.ofInstant(from(wording.now()), ZoneOffset.UTC);
        List<Overview.Bar> bars = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            long count = counts.get(day);
            long height = count == 0 ? 0 : Math.max(1, count * HEIGHT / most);
            bars.add(new Overview.Bar(
                    first.plusDays(day).toString(),
                    wording.number(count),
                    (long) day * WIDTH,
                    HEIGHT - height,
                    height));
        }
        return bars;
    }

    /** Nodes that needed work at the end of each day, the oldest first; today's are those of now. */
    private List<Long> counts() {
        long count = now.entrySet().stream()
                .filter(each -> needsWork(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        LocalDate day = LocalDate.ofInstant(wording.now(), ZoneOffset.UTC);
        List<Long> counts = new ArrayList<>();
        for (int back = 0; back < DAYS; back++) {
            counts.add(0, Math.max(0, count));
            count -= grown(day.minusDays(back));
        }
        return counts;
    }

    /** How many more nodes needed work at the end of a day than at its beginning. */
    private long grown(LocalDate day) {
        long grown = 0;
        for (VerdictMoves each : moves) {
            if (each.day().equals(day)) {
                int change = Boolean.compare(needsWork(each.after()), needsWork(each.before()));
                grown += change * each.nodes();
            }
        }
        return grown;
    }

    private static boolean needsWork(Verdict verdict) {
        return verdict.compareTo(Verdict.WARNING) >= 0;
    }
}
