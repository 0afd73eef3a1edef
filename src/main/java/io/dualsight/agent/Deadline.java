package io.dualsight.agent;

import java.io.IOException;

/**
 * A limit for all of an exchange, which the JDK's timeouts for each read do not give: a peer that sends a byte now and
 * then would hold the agent for good. Costs a thread for as long as the exchange lasts.
 */
final class Deadline implements AutoCloseable {

    private final Thread guard;
    private volatile boolean missed;

    /** Runs {@code giveUp} unless closed within {@code millis}. */
    Deadline(Runnable giveUp, int millis) {
        guard = new Thread(() -> await(giveUp, millis), "dualsight-deadline");
        guard.setDaemon(true);
        guard.start();
    }

    private void await(Runnable giveUp, int millis) {
        try {
            Thread.sleep(millis);
            missed = true;
            giveUp.run();
        } catch (InterruptedException e) {
            // done in time, which ends this thread
        }
    }

    /** The result, unless the limit passed before it was there. */
    <T> T met(T result) throws IOException {
        if (missed) {
            throw new IOException("no answer in time");
        }
        return result;
    }

    @Override
    public void close() {
        guard.interrupt();
    }
}
