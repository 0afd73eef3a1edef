package io.dualsight.cluster;

import java.util.Optional;

/** Asks the configured clusters whose ServiceAccount token this is. */
public interface TokenReviews {

    /**
     * The agent that the token proves; empty for a token that no configured cluster knows for its audience and its
     * ServiceAccount. An answer is kept for 60 s at most and never past the token's end.
     *
     * @throws ReviewUnavailableException where a cluster that might know it could not be asked
     */
    Optional<ReviewedAgent> review(String token);
}
