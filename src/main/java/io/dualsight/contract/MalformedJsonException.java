package io.dualsight.contract;

/** Text that is not JSON, or is beyond a limit; the message names what stands where. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message) {
        super(message, null, false, false);
    }
}
