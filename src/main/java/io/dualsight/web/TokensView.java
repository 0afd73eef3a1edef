package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of tokens.
 *
 * @param made the token just made, which no other answer shows; absent otherwise
 * @param problems what was wrong with the form just sent, in words
 * @param agents newest first
 * @param programs newest first
 */
record TokensView(@Nullable Made made, List<String> problems, Part<Agent> agents, Part<Program> programs) {

    /** A token and what it is for. */
    record Made(String name, String secret, boolean agent) {}

    /**
     * Some of a list.
     *
     * @param older where it goes on; absent at its end
     */
    record Part<T>(List<T> items, @Nullable String older) {}

    /**
     * An agent token.
     *
     * @param cluster the word for any where it is bound to none
     * @param node the word for any where it is bound to none
     * @param most how many nodes it may bring; absent for any number
     */
    record Agent(
            long id,
            String name,
            String cluster,
            String node,
            @Nullable String most,
            Life life) {}

    /** An API token. */
    record Program(long id, String name, String role, Life life) {}

    /**
     * How a token stands.
     *
     * @param by who made it
     * @param at when
     * @param state {@code good}, {@code ending}, {@code expired} or {@code revoked}
     * @param ends when it ends or ended; absent where it does not
     * @param used when it was last used; absent where never
     * @param from where it was last used; absent where never
     */
    record Life(
            String by,
            Moment at,
            String state,
            @Nullable Moment ends,
            @Nullable Moment used,
            @Nullable String from) {

        /** Whether it still lets a sender in. */
        public boolean good() {
            return state.equals("good") || state.equals("ending");
        }
    }
}
