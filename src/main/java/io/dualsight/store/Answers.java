package io.dualsight.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Answers that hold for as long as what they were made of is as it was: what was read once is not read again, and nothing
 * old is told.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Answers<Q, A> {

    /** Of items; about 100 bytes each. */
    private static final int MOST = 50_000;

    /** Of a question and a state, in items: the revisions of some months. */
    private static final int ASKING = 50;

    private final Cache<Q, Known<A>> known;

    /** Weighs an answer in items, such as points of a chart. */
    public Answers(ToIntFunction<A> weight) {
        this.known = Caffeine.newBuilder()
                .maximumWeight(MOST)
                .weigher((Q question, Known<A> each) -> ASKING + weight.applyAsInt(each.answer()))
                .build();
    }

    /**
     * The answer, from memory where it was made of the same state.
     *
     * @param state of what answers are made of, read before it: at worst an answer is newer than its state says
     */
    public A of(Q question, Object state, Supplier<A> read) {
        Known<A> found = known.getIfPresent(question);
        if (found != null && found.state().equals(state)) {
            return found.answer();
        }
        A answer = read.get();
        known.put(question, new Known<>(state, answer));
        return answer;
    }

    /** An answer, and of which state. */
    private record Known<A>(Object state, A answer) {}
}
