package io.dualsight.cluster;

/** No cluster could say whose token it is: neither yes nor no. Sending it again later is worth it. */
public final class ReviewUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReviewUnavailableException(String message) {
        super(message);
    }
}
