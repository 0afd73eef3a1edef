package io.dualsight.agent;

/** Time that only goes on, whatever becomes of the wall clock; tests let it go on faster. */
interface Ticks {

    /** Milliseconds since some moment. */
    long now();

    /** Waits until {@link #now()} is {@code moment}. */
    void awaitUntil(long moment) throws InterruptedException;

    /** The machine's. */
    static Ticks machine() {
        return new Ticks() {
            @Override
            public long now() {
                return System.nanoTime() / 1_000_000;
            }

            @Override
            public void awaitUntil(long moment) throws InterruptedException {
                Thread.sleep(Math.max(0, moment - now()));
            }
        };
    }
}
