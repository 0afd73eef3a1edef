package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests' permissions are enough, and none of them is too much. */
@Execution(ExecutionMode.CONCURRENT)
class RbacTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Map<String, List<PolicyRule>> all = Kustomization.byOwnReading(
                    ManifestsTests.FOLDER.resolve("overlays/postgresql-calico"))
            .permissions();
    private final MockApi api = new MockApi();

    @AfterEach
    void stop() {
        api.close();
    }

    /** A verb that this does not name would not be missed: see {@link #namesEveryVerb}. */
    private static final String[] VERBS = {
        "|nodes|list", "|nodes|watch", "|installations|list", "|installations|watch",
        "kube-system|pods|list", "kube-system|pods|watch", "calico-system|pods|list", "calico-system|pods|watch",
        "default|events|list", "default|events|watch", "dualsight|pods|get", "|tokenreviews|create",
        "dualsight|leases|get", "dualsight|leases|create", "dualsight|leases|patch"
    };

    @Test
    void namesEveryVerb() {
        List<String> granted = new ArrayList<>();
        all.forEach((namespace, rules) -> rules.forEach(rule -> rule.getResources()
                .forEach(resource ->
                        rule.getVerbs().forEach(verb -> granted.add(namespace + "|" + resource + "|" + verb)))));

        assertThat(granted).containsExactlyInAnyOrder(VERBS);
    }

    private Map<String, List<PolicyRule>> without(String namespace, String resource, String verb) {
        Map<String, List<PolicyRule>> less = new HashMap<>();
        all.forEach((where, rules) -> less.put(
                where,
                rules.stream()
                        .map(rule ->
                                where.equals(namespace) && rule.getResources().contains(resource)
                                        ? new PolicyRuleBuilder(rule)
                                                .removeFromVerbs(verb)
                                                .build()
                                        : rule)
                        .toList()));
        return less;
    }

    @Test
    void areEnoughToWatch() {
        api.allow(all);
        try (Replica console = Replica.alone(api.kubeconfig())) {
            await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.WATCHING);
            assertThat(console.state().troubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', nodes, list, list nodes",
        "'', nodes, watch, watch nodes",
        "'', installations, list, list installations.operator.tigera.io",
        "'', installations, watch, watch installations.operator.tigera.io",
        "kube-system, pods, list, list pods in namespace kube-system",
        "kube-system, pods, watch, watch pods in namespace kube-system",
        "calico-system, pods, list, list pods in namespace calico-system",
        "calico-system, pods, watch, watch pods in namespace calico-system",
        "default, events, list, list events in namespace default",
        "default, events, watch, watch events in namespace default"
    })
    void areMissedOneByOneByTheWatch(String namespace, String resource, String verb, String permission) {
        api.allow(without(namespace, resource, verb));
        try (Replica console = Replica.alone(api.kubeconfig())) {
            await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.INCOMPLETE);
            assertThat(console.permissions()).containsExactly(permission);

            api.allow(all);
            await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.WATCHING);
        }
    }

    @ParameterizedTest
    @CsvSource({"get", "create", "patch"})
    void areMissedOneByOneByTheLease(String verb) {
        api.allow(without("dualsight", "leases", verb));
        LeaseLeadership lease = new LeaseLeadership(Replica.settings(api.kubeconfig()), "dualsight", Clock.systemUTC());
        try {
            await().atMost(SOON).until(() -> {
                lease.leads();
                return lease.trouble().isPresent();
            });
            assertThat(lease.trouble().orElseThrow().permission())
                    .isEqualTo(verb + " leases.coordination.k8s.io in namespace dualsight");
        } finally {
            lease.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', tokenreviews, create, create tokenreviews.authentication.k8s.io",
        "dualsight, pods, get, get pods in namespace dualsight"
    })
    void areMissedOneByOneByTokens(String namespace, String resource, String verb, String permission) {
        api.tokens().beOld();
        api.admin()
                .pods()
                .resource(ApiObjects.pod("dualsight", "agent-abcde", "node-a", 0))
                .create();
        String token = api.token("dualsight", "dualsight-agent", "dualsight", "agent-abcde");
        api.allow(without(namespace, resource, verb));
        RememberedReviews reviews = new RememberedReviews(
                new ClusterSettings(List.of(Replica.settings(api.kubeconfig()))), Clock.systemUTC());

        assertThatThrownBy(() -> reviews.review(token)).isInstanceOf(ReviewUnavailableException.class);

        assertThat(reviews.trouble("test").orElseThrow().permission()).isEqualTo(permission);
        reviews.destroy();
    }
}
