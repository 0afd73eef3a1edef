package io.dualsight.identity;

import io.dualsight.cluster.ReviewedAgent;
import io.dualsight.cluster.TokenReviews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the agent behind a Kubernetes ServiceAccount token: its cluster says who it is and on which node it runs. */
@Component
class AccountTokens {
    private final TokenReviews reviews;

    AccountTokens(TokenReviews reviews) {
        this.reviews = reviews;
    }

    /**
     * Empty for a token that no configured cluster knows as an agent's.
     *
     * @throws io.dualsight.cluster.ReviewUnavailableException where a cluster that might know it does not answer
     */
    Optional<Caller> find(String token) {
        return reviews.review(token).map(AccountTokens::caller);
    }

    private static Caller caller(ReviewedAgent agent) {
        return new Caller.Node(agent.serviceAccount(), agent.cluster(), agent.node());
    }
}
