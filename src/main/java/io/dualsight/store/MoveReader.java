package io.dualsight.store;

import io.dualsight.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the changes of verdicts by day. */
final class MoveReader {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final ChangeDays days;
    private final Answers<Instant, List<VerdictMoves>> answers = new Answers<>(List::size);

    MoveReader(ChangeDays days) {
        this.days = days;
    }

    List<VerdictMoves> since(Instant from) {
        List<ChangeDay> all = days.since(from);
        return answers.of(from, ChangeDay.state(all), () -> moves(all, from));
    }

    private static List<VerdictMoves> moves(List<ChangeDay> days, Instant from) {
        Map<Move, Long> counts = new HashMap<>();
        days.forEach(day -> count(day.of("verdict"), from, counts));
        return counts.entrySet().stream()
                .map(each -> moves(each.getKey(), each.getValue()))
                .toList();
    }

    private static void count(Changes changes, Instant from, Map<Move, Long> counts) {
        for (int i = 0; i < changes.size(); i++) {
            boolean known = changes.before(i) != Changes.NOTHING && changes.after(i) != Changes.NOTHING;
            if (known && changes.second(i) >= from.getEpochSecond()) {
                Move move = new Move(
                        Math.floorDiv(changes.second(i), DAY),
                        changes.value(changes.before(i)),
                        changes.value(changes.after(i)));
                counts.merge(move, 1L, Long::sum);
            }
        }
    }

    private static VerdictMoves moves(Move move, long nodes) {
        return new VerdictMoves(LocalDate.ofEpochDay(move.day()), verdict(move.before()), verdict(move.after()), nodes);
    }

    private static Verdict verdict(@Nullable String name) {
        return Verdict.of(String.valueOf(name)).orElse(Verdict.UNKNOWN);
    }

    private record Move(
            long day, @Nullable String before, @Nullable String after) {}
}
