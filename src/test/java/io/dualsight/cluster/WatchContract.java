package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.Report;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a watch sees, on any API server. */
abstract class WatchContract {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration ABSENCE = Duration.parse(System.getProperty("dualsight.absence", "PT0S"));

    final String name = "node-" + UUID.randomUUID().toString().substring(0, 8);
    Api api;
    Replica console;

    abstract Api server();

    @BeforeEach
    void start() {
        api = server();
        api.allow(ApiObjects.EVERYTHING);
        api.admin()
                .nodes()
                .resource(ApiObjects.node(name, "2001:db8:1::10", "192.0.2.10"))
                .create();
        console = Replica.alone(api.kubeconfig());
        await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.WATCHING);
    }

    @AfterEach
    void stop() {
        console.close();
        api.admin().nodes().withName(name).delete();
        api.close();
    }

    private NodeView seen() {
        return console.node(name).orElseThrow();
    }

    @Test
    void seesANodeAsItsObjectIs() {
        NodeView view = seen();

        assertThat(view.kubernetes().internalIps().texts()).containsExactly("2001:db8:1::10", "192.0.2.10");
        assertThat(view.kubernetes().podCidrs()).hasToString("2001:cafe:42::/64");
        assertThat(view.kubernetes().annotations())
                .containsExactly(Map.entry("rke2.io/internal-ip", "2001:db8:1::10,192.0.2.10"));
        assertThat(view.kubernetes().ready().lastTransitionAt()).hasToString("2026-11-22T09:13:01Z");
        assertThat(view.kubernetes().nodeUid()).isNotBlank();
        assertThat(view.host().distribution().version()).isEqualTo("v1.31.4+rke2r1");
        assertThat(view.host().distribution().name()).isEqualTo("rke2");
        assertThat(view.host().roles()).containsExactly("server", "etcd");
        assertThat(view.extra().taints()).contains("node-role.kubernetes.io/etcd=true:NoExecute");
        assertThat(NodeView.read(view.json())).isEqualTo(view);
    }

    @Test
    void tellsAChangeAtOnceAndOnlyWhatChanged() {
        int before = console.told.size();

        address("2001:db8:1::99");

        await().atMost(Duration.ofSeconds(5)).until(() -> internalIps().equals(List.of("2001:db8:1::99")));
        assertThat(console.told.subList(before, console.told.size()))
                .extracting(NodeView::node)
                .containsExactly(name);
    }

    private void address(String text) {
        api.admin().nodes().withName(name).editStatus(node -> {
            node.getStatus().setAddresses(List.of(new NodeAddress(text, "InternalIP")));
            return node;
        });
    }

    private List<String> internalIps() {
        return seen().kubernetes().internalIps().texts();
    }

    @Test
    void staysQuietWhereOnlyTheHeartbeatMoves() throws InterruptedException {
        int before = console.told.size();

        api.admin().nodes().withName(name).editStatus(node -> {
            node.getStatus().getConditions().get(0).setLastHeartbeatTime("2026-11-22T11:11:11Z");
            return node;
        });
        Thread.sleep(1500);

        assertThat(console.told).hasSize(before);
    }

    @Test
    void tellsThatANodeIsGoneAndThatItCameBackAsAnother() {
        String uid = seen().kubernetes().nodeUid();

        api.admin().nodes().withName(name).delete();
        await().atMost(SOON).until(() -> console.deleted.contains(name));
        assertThat(console.node(name)).isEmpty();

        api.admin().nodes().resource(ApiObjects.node(name, "2001:db8:1::11")).create();
        await().atMost(SOON).until(() -> console.node(name).isPresent());
        assertThat(seen().kubernetes().nodeUid()).isNotBlank().isNotEqualTo(uid);
    }

    @Test
    void putsThePodsOfItsNodeIntoAReport() {
        podWithStatus("kube-system", "kube-apiserver-" + name.substring(5, 10), 3);

        await().atMost(SOON).until(() -> !seen().runtime().components().isEmpty());
        ComponentFacts component = seen().runtime().components().get(0);
        assertThat(component.name()).isEqualTo("kube-apiserver");
        assertThat(component.instance()).endsWith("/kube-apiserver").hasSizeGreaterThan(30);
        assertThat(component.status()).isEqualTo(new ComponentFacts.Status("running", null, 1, 3));
        assertThat(component.times().ready()).isTrue();
        await().atMost(SOON).until(() -> !console.state().seen().podCidrs().isEmpty());
        assertThat(console.state().seen().podCidrs()).containsExactly("2001:cafe:42::/56");
        assertThat(console.state().seen().serviceCidrs()).containsExactly("2001:cafe:43::/112");
        Report report = seen().report();
        assertThat(report.isWatched()).isTrue();
        assertThat(report.runtime().components()).containsExactly(component);
        delete("kube-system", "kube-apiserver-" + name.substring(5, 10));
        await().atMost(SOON).until(() -> seen().runtime().components().isEmpty());
    }

    final void podWithStatus(String namespace, String pod, int restarts) {
        var made = ApiObjects.pod(namespace, pod, name, restarts);
        api.admin().pods().resource(made).create();
        api.admin().pods().inNamespace(namespace).withName(pod).editStatus(found -> {
            // set by the API server, and not to be changed
            made.getStatus().setQosClass(found.getStatus().getQosClass());
            found.setStatus(made.getStatus());
            return found;
        });
    }

    final void delete(String namespace, String pod) {
        api.admin()
                .pods()
                .inNamespace(namespace)
                .withName(pod)
                .withGracePeriod(0)
                .delete();
    }

    @Test
    void showsEventsAndTellsNobodyToJudgeThem() {
        int before = console.told.size();

        api.admin()
                .v1()
                .events()
                .resource(ApiObjects.event(name, "NodeNotReady"))
                .create();

        await().atMost(SOON).until(() -> !seen().extra().events().isEmpty());
        assertThat(seen().extra().events().get(0).reason()).isEqualTo("NodeNotReady");
        assertThat(console.told).hasSize(before);
    }

    /** For as long as {@code -Ddualsight.absence=PT5M} says; at once without it. */
    @Test
    void missesNothingWhileTheServerIsAwayAndForgetsItsHistory() throws InterruptedException {
        Node other = ApiObjects.node(name + "-b", "2001:db8:1::20");
        api.admin().nodes().resource(other).create();
        await().atMost(SOON).until(() -> console.node(name + "-b").isPresent());

        api.stop();
        await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.AWAY);
        assertThat(console.node(name)).as("the last word stands").isPresent();
        whileAway();
        TimeUnit.MILLISECONDS.sleep(ABSENCE.toMillis());
        assertThat(console.phase()).isEqualTo(ClusterState.Phase.AWAY);
        api.startCompacted();
        await().atMost(Duration.ofSeconds(40)).until(() -> console.phase() == ClusterState.Phase.WATCHING);

        await().atMost(SOON).until(() -> console.deleted.contains(name + "-b"));
        assertThat(internalIps()).containsExactly("2001:db8:1::77");
        assertThat(console.known.views().names())
                .containsExactlyInAnyOrderElementsOf(api.admin().nodes().list().getItems().stream()
                        .map(node -> node.getMetadata().getName())
                        .toList());
    }

    /** Where the server cannot be changed while it is away, it is changed before the console looks again. */
    void whileAway() {
        address("2001:db8:1::77");
        api.admin().nodes().withName(name + "-b").delete();
    }
}
