package io.dualsight.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a node or cluster needs for dual stack.
 *
 * @param name which: a key of the texts
 * @param state whether it is there
 * @param seen what was seen, as the facts have it; absent where nothing was
 */
record ReadinessCheck(String name, State state, @Nullable String seen) {

    /** Whether something is there. */
    enum State {
        READY,
        BLOCKS,
        UNKNOWN
    }

    static ReadinessCheck of(String name, @Nullable Boolean ready, @Nullable String seen) {
        State state = ready == null ? State.UNKNOWN : ready ? State.READY : State.BLOCKS;
        return new ReadinessCheck(name, state, seen);
    }

    boolean blocks() {
        return state == State.BLOCKS;
    }
}
