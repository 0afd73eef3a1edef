package io.dualsight.identity;

/**
 * A token just made: the only moment at which its secret is known.
 *
 * @param secret what the caller sends; shown once and not kept
 * @param token what is kept
 * @param <T> {@link AgentToken} or {@link ApiToken}
 */
public record Issued<T>(String secret, T token) {

    /** Without the secret: records find their way into logs. */
    @Override
    public String toString() {
        return "Issued[" + token + "]";
    }
}
