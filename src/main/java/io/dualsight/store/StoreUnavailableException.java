package io.dualsight.store;

import org.jspecify.annotations.Nullable;

/**
 * The database is away, full or locked, or the console is stopping. Nothing of the request is known to be stored: send
 * it again later; what had been stored after all will be a duplicate then.
 */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
