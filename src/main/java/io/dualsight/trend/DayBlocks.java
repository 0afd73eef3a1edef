package io.dualsight.trend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.store.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The days of starts that charts look at. A day's columns are kept in memory with the revision that they were read at,
 * and read again when the table says another: one small query a chart, and rows only for days that changed.
 */
final class DayBlocks {

    /** About 64 MB at most. */
    static final int MOST_ROWS = 2_000_000;

    private final DayTable days;
    private final DayReader reader;
    private final NodePlaces places;
    private final Cache<LocalDate, Known> known = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((LocalDate day, Known each) -> 1 + each.block().rows())
            .build();

    DayBlocks(JdbcTemplate jdbc) {
        this.days = new DayTable(jdbc);
        this.places = new NodePlaces(jdbc);
        this.reader = new DayReader(jdbc, places);
    }

    /** Everything that may lie in the range; some of it may lie beside it. */
    List<DayBlock> blocks(Span.Window range, TrendFilter filter) {
        if (filter.node() != null && filter.cluster() != null) {
            Long id = places.id(filter.cluster(), filter.node());
            return id == null ? List.of() : List.of(reader.read(range, id));
        }
        return blocks(revisions(range));
    }

    /** What is counted in the days of a range, unless they are as they were when the same was last asked. */
    <A> A answer(SeriesQuestion question, Answers<SeriesQuestion, A> answers, Function<List<DayBlock>, A> count) {
        Span span = question.span();
        Span.Window range = new Span.Window(span.from(), span.to());
        if (question.filter().node() != null) {
            return count.apply(blocks(range, question.filter()));
        }
        Map<LocalDate, Long> revisions = revisions(range);
        return answers.of(question, revisions, () -> count.apply(blocks(revisions)));
    }

    /** How often each day of a range has changed that has anything. */
    Map<LocalDate, Long> revisions(Span.Window range) {
        return days.revisions(
                StartBook.day(range.from()), StartBook.day(range.to().minusNanos(1)));
    }

    /** Reads a day into memory; how many rows it has. */
    int read(LocalDate day) {
        return blocks(days.revisions(day, day)).stream()
                .mapToInt(DayBlock::rows)
                .sum();
    }

    private List<DayBlock> blocks(Map<LocalDate, Long> revisions) {
        List<DayBlock> blocks = new ArrayList<>();
        revisions.forEach((day, revision) -> blocks.add(block(day, revision)));
        return blocks;
    }

    private DayBlock block(LocalDate day, long revision) {
        Known found = known.getIfPresent(day);
        if (found != null && found.revision() == revision) {
            return found.block();
        }
        // The revision was read first: at worst the rows are newer than it says, and are read once more.
        DayBlock block = reader.read(new Span.Window(start(day), start(day.plusDays(1))), null);
        known.put(day, new Known(revision, block));
        return block;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A day as it was at a revision. */
    private record Known(long revision, DayBlock block) {}
}
