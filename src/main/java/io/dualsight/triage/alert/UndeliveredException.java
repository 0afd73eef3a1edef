package io.dualsight.triage.alert;

/** A notification that is not known to have arrived; its message is for the people who set the channel up. */
class UndeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndeliveredException(String reason, Throwable cause) {
        super(reason, cause);
    }

    UndeliveredException(String reason) {
        super(reason);
    }
}
