package io.dualsight.agent;

import org.jspecify.annotations.Nullable;

/**
 * What became of a report that was sent.
 *
 * @param fate of the report
 * @param said why, for people
 * @param waitSeconds how long the console asked to wait: until the next report where this one was taken, else until the
 *     next try; absent where it did not ask
 */
record Delivery(Fate fate, String said, @Nullable Long waitSeconds) {

    /** What to do with a report that was sent. */
    enum Fate {
        /** The console has it, now or since an earlier try. */
        TAKEN,
        /** The console will never take it: to send it again is in vain. */
        REFUSED,
        /** It may be taken later. */
        LATER,
        /** The console takes nothing with this token, which a person must put right. */
        UNTRUSTED
    }

    static Delivery later(String said) {
        return new Delivery(Fate.LATER, said, null);
    }
}
