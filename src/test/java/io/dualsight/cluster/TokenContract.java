package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose token it is, by any API server. */
abstract class TokenContract {

    private static final String NAMESPACE = "dualsight";
    private static final String ACCOUNT = "dualsight-agent";

    Api api;
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private RememberedReviews reviews;
    private Pod pod;

    abstract Api server();

    @BeforeEach
    void start() {
        api = server();
        api.allow(ApiObjects.EVERYTHING);
        api.ensure(ApiObjects.namespace(NAMESPACE));
        List.of(ACCOUNT, "somebody").forEach(each -> api.ensure(ApiObjects.account(NAMESPACE, each)));
        pod = api.admin().pods().resource(pod("agent-abcde", "node-a")).create();
        InstantSource moving = () -> Instant.now().plus(later.get());
        reviews = new RememberedReviews(
                new ClusterSettings(List.of(Replica.settings(api.kubeconfig()))), moving.withZone(ZoneOffset.UTC));
    }

    private static Pod pod(String name, String node) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(ACCOUNT)
                .withNodeName(node)
                .addNewContainer()
                .withName("agent")
                .withImage("registry.example.org/agent")
                .endContainer()
                .endSpec()
                .build();
    }

    @AfterEach
    void stop() {
        reviews.destroy();
        api.admin().pods().inNamespace(NAMESPACE).withGracePeriod(0).delete();
        api.close();
    }

    private String token(String account, String audience) {
        return api.token(NAMESPACE, account, audience, pod.getMetadata().getName());
    }

    @Test
    void provesTheNodeThatItsPodRunsOn() {
        assertThat(reviews.review(token(ACCOUNT, "dualsight")))
                .contains(new ReviewedAgent("test", "node-a", "dualsight/dualsight-agent"));
        assertThat(reviews.trouble("test")).isEmpty();
    }

    @Test
    void provesNothingToAnotherAudience() {
        assertThat(reviews.review(token(ACCOUNT, "somebody-else"))).isEmpty();
    }

    @Test
    void provesNothingForAnotherServiceAccount() {
        assertThat(reviews.review(api.token(NAMESPACE, "somebody", "dualsight", podOf("somebody"))))
                .isEmpty();
    }

    private String podOf(String account) {
        Pod other = pod("other-abcde", "node-b");
        other.getSpec().setServiceAccountName(account);
        return api.admin().pods().resource(other).create().getMetadata().getName();
    }

    @Test
    void provesNothingOnceItsPodIsGoneAndTheAnswerIsOld() {
        String token = token(ACCOUNT, "dualsight");
        assertThat(reviews.review(token)).isPresent();
        api.admin()
                .pods()
                .inNamespace(NAMESPACE)
                .withName("agent-abcde")
                .withGracePeriod(0)
                .delete();

        later.set(RememberedReviews.YES.minusSeconds(5));
        assertThat(reviews.review(token)).as("remembered").isPresent();
        later.set(RememberedReviews.YES);

        // kube-apiserver itself may believe in a Pod for a few seconds more
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(6))
                .until(() -> {
                    later.updateAndGet(past -> past.plus(RememberedReviews.YES));
                    return reviews.review(token).isEmpty();
                });
    }

    @Test
    void provesNothingPastItsEnd() {
        String token = token(ACCOUNT, "dualsight");
        assertThat(reviews.review(token)).isPresent();
        later.set(Duration.ofDays(36_500));

        assertThat(reviews.review(token)).isEmpty();
    }

    @Test
    void isNoTokenWhereItIsNoJwt() {
        assertThat(reviews.review("dsa_0123")).isEmpty();
        assertThat(reviews.review("a.b.c")).isEmpty();
        assertThat(reviews.review("e30.e30.x")).isEmpty();
        assertThat(reviews.review("x".repeat(20_000))).isEmpty();
    }

    @Test
    void saysWhichPermissionIsMissing() {
        String token = token(ACCOUNT, "dualsight");
        api.allow(Map.of());

        assertThatThrownBy(() -> reviews.review(token)).isInstanceOf(ReviewUnavailableException.class);

        assertThat(reviews.trouble("test").orElseThrow().permission())
                .isEqualTo("create tokenreviews.authentication.k8s.io");
    }

    @Test
    void doesNotWaitForAClusterThatIsAway() {
        String token = token(ACCOUNT, "dualsight");
        api.stop();
        assertThatThrownBy(() -> reviews.review(token)).isInstanceOf(ReviewUnavailableException.class);

        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThatThrownBy(() -> reviews.review(token)).isInstanceOf(ReviewUnavailableException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
