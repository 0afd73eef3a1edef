package io.dualsight.store;

/** More reports wait to be committed than the queue holds. Nothing of the request was taken: send it again later. */
public class QueueFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QueueFullException(int capacity) {
        super("the queue of " + capacity + " reports is full");
    }
}
