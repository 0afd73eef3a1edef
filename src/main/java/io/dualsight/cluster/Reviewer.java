package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Asks one cluster whose tokens these are. Few ask at once, and none for a while after it did not answer. */
final class Reviewer implements AutoCloseable {

    private static final String ACCOUNT_PREFIX = "system:serviceaccount:";
    private static final String CLAIM = "authentication.kubernetes.io/";
    private static final int AT_ONCE = 8;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final String SOURCE = "tokenreviews";

    private final ClusterSettings.Watched settings;
    private final ApiClient client;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile Instant restUntil = Instant.MIN;
    private volatile ClusterState.@Nullable Trouble trouble;

    Reviewer(ClusterSettings.Watched settings, Clock clock) {
        this.settings = settings;
        this.client = new ApiClient(settings);
        this.clock = clock;
    }

    /** Why it could not be asked when it last was; empty where it could. */
    Optional<ClusterState.Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * The agent; empty where this cluster does not know the token for its audience, or knows it as somebody else's.
     *
     * @throws ReviewUnavailableException where it does not say
     */
    Optional<ReviewedAgent> review(String token) {
        if (clock.instant().isBefore(restUntil) || !places.tryAcquire()) {
            throw new ReviewUnavailableException("cluster " + settings.name() + " is not asked now");
        }
        try {
            Optional<ReviewedAgent> agent = ask(api(), token);
            trouble = null;
            return agent;
        } catch (KubernetesClientException e) {
            throw failed(ApiFault.trouble(SOURCE, e));
        } catch (ApiClient.UnusableException e) {
            throw failed(new ClusterState.Trouble(SOURCE, String.valueOf(e.getMessage()), null));
        } finally {
            places.release();
        }
    }

    private synchronized KubernetesClient api() {
        return client.get();
    }

    private synchronized ReviewUnavailableException failed(ClusterState.Trouble why) {
        trouble = why;
        restUntil = clock.instant().plus(REST);
        // credentials are read again
        client.close();
        return new ReviewUnavailableException("cluster " + settings.name() + ": " + why.detail());
    }

    private Optional<ReviewedAgent> ask(KubernetesClient api, String token) {
        TokenReview review = new TokenReviewBuilder()
                .withNewSpec()
                .withToken(token)
                .withAudiences(settings.audience())
                .endSpec()
                .build();
        TokenReviewStatus status = api.tokenReviews().create(review).getStatus();
        if (status == null || !Boolean.TRUE.equals(status.getAuthenticated()) || status.getUser() == null) {
            return Optional.empty();
        }
        // an API server that knows no audiences would name none: then nobody has looked at the token's
        boolean meant = status.getAudiences().contains(settings.audience());
        String account = ACCOUNT_PREFIX + settings.serviceAccount().replace('/', ':');
        if (!meant || !account.equals(status.getUser().getUsername())) {
            return Optional.empty();
        }
        return agent(api, status.getUser());
    }

    private Optional<ReviewedAgent> agent(KubernetesClient api, UserInfo user) {
        String named = claim(user, "node-name");
        String pod = claim(user, "pod-name");
        if (named != null || pod == null) {
            return Optional.of(new ReviewedAgent(settings.name(), named, settings.serviceAccount()));
        }
        return node(api, pod, claim(user, "pod-uid"))
                .map(node -> new ReviewedAgent(settings.name(), node, settings.serviceAccount()));
    }

    /** Before Kubernetes 1.30 a token names its Pod and not its node. A Pod that is gone proves nothing. */
    private Optional<String> node(KubernetesClient api, String name, @Nullable String uid) {
        String namespace =
                settings.serviceAccount().substring(0, settings.serviceAccount().indexOf('/'));
        Pod pod = api.pods().inNamespace(namespace).withName(name).get();
        return pod == null || !Objects.equals(uid, pod.getMetadata().getUid()) || pod.getSpec() == null
                ? Optional.empty()
                : Optional.ofNullable(pod.getSpec().getNodeName());
    }

    private static @Nullable String claim(UserInfo user, String name) {
        Map<String, List<String>> extra = user.getExtra();
        List<String> values = extra == null ? null : extra.get(CLAIM + name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    @Override
    public synchronized void close() {
        client.close();
    }
}
