package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.http.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** ServiceAccount tokens, and what TokenReview says of them, as kube-apiserver does. */
final class MockTokens {

    private record Bound(String namespace, String account, String audience, String pod, String uid, String node) {}

    private final Map<String, Bound> issued = new ConcurrentHashMap<>();
    private volatile boolean old;

    /** Before 1.30 a token does not name its node. */
    void beOld() {
        old = true;
    }

    String issue(String namespace, String account, String audience, Pod pod) {
        String claims = "{\"aud\":[\"%s\"],\"exp\":4102444800,\"sub\":\"%d\"}".formatted(audience, issued.size());
        String token = encoded("{\"alg\":\"RS256\",\"kid\":\"key\"}") + "." + encoded(claims) + ".c2lnbmF0dXJl";
        issued.put(
                token,
                new Bound(
                        namespace,
                        account,
                        audience,
                        pod.getMetadata().getName(),
                        pod.getMetadata().getUid(),
                        pod.getSpec().getNodeName()));
        return token;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    MockResponse review(String body, KubernetesClient objects) {
        TokenReview asked = Serialization.unmarshal(body, TokenReview.class);
        Bound bound = issued.get(asked.getSpec().getToken());
        boolean good =
                bound != null && asked.getSpec().getAudiences().contains(bound.audience()) && exists(bound, objects);
        TokenReviewBuilder answer = new TokenReviewBuilder(asked);
        if (good) {
            answer.withNewStatus()
                    .withAuthenticated(true)
                    .withAudiences(bound.audience())
                    .withNewUser()
                    .withUsername("system:serviceaccount:" + bound.namespace() + ":" + bound.account())
                    .withExtra(extra(bound))
                    .endUser()
                    .endStatus();
        } else {
            answer.withNewStatus()
                    .withAuthenticated(false)
                    .withError("invalid bearer token")
                    .endStatus();
        }
        return new MockResponse()
                .setResponseCode(201)
                .setHeader("Content-Type", "application/json")
                .setBody(Serialization.asJson(answer.build()));
    }

    private static boolean exists(Bound bound, KubernetesClient objects) {
        Pod pod = objects.pods()
                .inNamespace(bound.namespace())
                .withName(bound.pod())
                .get();
        return pod != null && bound.uid().equals(pod.getMetadata().getUid());
    }

    private Map<String, List<String>> extra(Bound bound) {
        Map<String, List<String>> extra = new ConcurrentHashMap<>();
        extra.put("authentication.kubernetes.io/pod-name", List.of(bound.pod()));
        extra.put("authentication.kubernetes.io/pod-uid", List.of(bound.uid()));
        if (!old) {
            extra.put("authentication.kubernetes.io/node-name", List.of(bound.node()));
        }
        return extra;
    }
}
