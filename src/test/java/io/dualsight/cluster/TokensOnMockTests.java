package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens by Fabric8's mock, which knows of Kubernetes' age. */
class TokensOnMockTests extends TokenContract {

    @Override
    Api server() {
        return new MockApi();
    }

    @Test
    void provesTheNodeByThePodWhereTheClusterIsOlder() {
        ((MockApi) api).tokens().beOld();
        provesTheNodeThatItsPodRunsOn();
    }

    @Test
    void asksOnceForManyReports() {
        MockApi mock = (MockApi) api;
        ClusterSettings settings = new ClusterSettings(List.of(Replica.settings(api.kubeconfig())));
        RememberedReviews reviews = new RememberedReviews(settings, Clock.systemUTC());
        String token = api.token("dualsight", "dualsight-agent", "dualsight", "agent-abcde");
        reviews.review(token);
        int before = mock.requests();

        for (int i = 0; i < 100; i++) {
            assertThat(reviews.review(token)).isPresent();
        }

        assertThat(mock.requests()).isEqualTo(before);
        reviews.destroy();
    }
}
