package io.dualsight.trend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Answers that hold for as long as none of their days changes: what was counted once is not counted again, and nothing
 * old is told.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class Answers<Q, A> {

    /** Of points; about 100 bytes each. */
    private static final int MOST = 50_000;

    private final Cache<Q, Known<A>> known;

    /** Weighs an answer in points. */
    Answers(ToIntFunction<A> weight) {
        this.known = Caffeine.newBuilder()
                .maximumWeight(MOST)
                .weigher((Q question, Known<A> each) -> 1 + each.revisions().size() + weight.applyAsInt(each.answer()))
                .build();
    }

    static <P> Answers<SeriesQuestion, Series<P>> ofSeries() {
        return new Answers<>(answer -> answer.series().stream()
                .mapToInt(line -> 1 + line.points().size())
                .sum());
    }

    /** The revisions were read before whatever is counted: at worst the answer is newer than they say. */
    A of(Q question, Map<LocalDate, Long> revisions, Supplier<A> count) {
        Known<A> found = known.getIfPresent(question);
        if (found != null && found.revisions().equals(revisions)) {
            return found.answer();
        }
        A answer = count.get();
        known.put(question, new Known<>(revisions, answer));
        return answer;
    }

    /** An answer, and of which state of its days. */
    private record Known<A>(Map<LocalDate, Long> revisions, A answer) {}
}
