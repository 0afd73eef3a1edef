package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dualsight.cluster.Clusters;
import io.dualsight.cluster.NodeView;
import io.dualsight.cluster.NodeViewChanged;
import io.dualsight.store.JudgingPass;
import io.dualsight.store.JudgingPasses;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Nodes that something else than their own report changes for. */
@Import(RejudgeTests.ApiServer.class)
class RejudgeTests extends RunningConsole {

    private static final Map<String, String> DUAL = Map.of(
            "node-ip", "192.0.2.10,2001:db8:1::10",
            "cluster-cidr", "10.42.0.0/16,2001:cafe:42::/56",
            "service-cidr", "10.43.0.0/16,2001:cafe:43::/112");

    /** What the API server says of nodes, as a test sets it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ApiServer {
        static final Map<String, NodeView> NODES = new ConcurrentHashMap<>();

        @Bean
        @Primary
        Clusters saidClusters() {
            return new SaidClusters(NODES);
        }
    }

    @Autowired
    NodeStatuses statuses;

    @Autowired
    JudgingPasses passes;

    @Autowired
    RulePass pass;

    @Autowired
    RuleFingerprint fingerprint;

    @Autowired
    ApplicationEventPublisher events;

    private void send(SentReport report) {
        assertThat(tree(visitor.post(PATH, report.json(), ANY))).containsEntry("accepted", 1L);
    }

    private List<String> rules(String cluster, String node) {
        return statuses.find(cluster, node)
                .map(NodeStatus::judged)
                .map(NodeStatus.Judged::rules)
                .orElse(List.of());
    }

    private static SentReport member(String cluster, String node, String role) {
        return new SentReport(cluster, node)
                .with(
                        "host",
                        Map.of("distribution", "rke2", "distributionVersion", "v1.31.6+rke2r1", "roles", List.of(role)))
                .with("config", Map.of("values", role.equals("server") ? DUAL : Map.of("node-ip", "192.0.2.10")));
    }

    private List<String> kubernetesIps(String cluster) {
        return statuses.find(cluster, "n").orElseThrow().nodeIp().kubernetes();
    }

    private static void untilAsserted(Runnable check) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(check::run);
    }

    @Test
    void judgesAnAgentByItsServersPrefixesAsSoonAsTheyAreKnown() {
        send(member("fleet-1", "agent", "agent"));
        assertThat(rules("fleet-1", "agent")).doesNotContain("NODE_IP_FAMILY_MISSING");

        send(member("fleet-1", "server", "server"));

        untilAsserted(() -> assertThat(rules("fleet-1", "agent")).contains("NODE_IP_FAMILY_MISSING"));
        assertThat(stored("agent")).isOne();
        send(member("fleet-1", "agent-2", "agent"));
        assertThat(rules("fleet-1", "agent-2")).contains("NODE_IP_FAMILY_MISSING");
    }

    @Test
    void findsBothNodesOfADuplicateAddress() {
        send(member("fleet-2", "one", "server").with("kubernetes", Map.of("nodeUid", "uid-1")));
        assertThat(rules("fleet-2", "one")).doesNotContain("DUPLICATE_NODE_IP");

        send(member("fleet-2", "two", "server").with("kubernetes", Map.of("nodeUid", "uid-2")));

        assertThat(rules("fleet-2", "two")).contains("DUPLICATE_NODE_IP");
        untilAsserted(() -> assertThat(rules("fleet-2", "one")).contains("DUPLICATE_NODE_IP"));
    }

    @Test
    void completesAReportByWhatTheApiServerSays() {
        ApiServer.NODES.put("fleet-3/n", view("192.0.2.10"));
        send(member("fleet-3", "n", "server"));
        NodeStatus node = statuses.find("fleet-3", "n").orElseThrow();
        assertThat(node.nodeIp().kubernetes()).containsExactly("192.0.2.10");
        assertThat(node.platform().cni()).isEqualTo("calico");
        assertThat(statuses.lastReport("fleet-3", "n").orElseThrow().kubernetes())
                .as("as it was sent")
                .isNull();
    }

    @Test
    void judgesANodeAgainWhenTheApiServerSaysSomethingElse() {
        ApiServer.NODES.put("fleet-4/n", view("192.0.2.10"));
        send(member("fleet-4", "n", "server"));

        ApiServer.NODES.put("fleet-4/n", view("192.0.2.99"));
        events.publishEvent(new NodeViewChanged("fleet-4", "n"));

        untilAsserted(() -> assertThat(kubernetesIps("fleet-4")).containsExactly("192.0.2.99"));
        assertThat(rules("fleet-4", "n")).as("no report came").doesNotContain("NODE_IP_CHANGED");
    }

    private static NodeView view(String internalIp) {
        return SaidClusters.view("cluster", "n", internalIp);
    }

    /** Nobody tells the console: the report alone must find it out, though it says what its node said before. */
    @Test
    void judgesAReportOfANodeThatDoesNotChangeByWhatTheApiServerSaysNow() {
        ApiServer.NODES.put("fleet-6/n", view("192.0.2.10"));
        for (int i = 0; i < 4; i++) {
            send(again("n", i));
        }
        assertThat(kubernetesIps("fleet-6")).containsExactly("192.0.2.10");
        ApiServer.NODES.put("fleet-6/n", view("192.0.2.99"));
        send(again("n", 4));
        assertThat(kubernetesIps("fleet-6")).containsExactly("192.0.2.99");
        ApiServer.NODES.remove("fleet-6/n");
        send(again("n", 5));
        assertThat(kubernetesIps("fleet-6")).isEmpty();
    }

    private static SentReport again(String node, int minute) {
        return member("fleet-6", node, "server")
                .with(
                        "collectedAt",
                        SentReport.NOW
                                .minusSeconds(600)
                                .plusSeconds(60L * minute)
                                .toString());
    }

    @Test
    void judgesAllNodesAgainWhereThePassIsNotDone() {
        ApiServer.NODES.put("fleet-5/n", view("192.0.2.10"));
        send(member("fleet-5", "n", "server"));
        pass.run();
        assertThat(passes.newest().map(JudgingPass::fingerprint)).contains(fingerprint.text());
        assertThat(passes.newest().orElseThrow().isFinished()).isTrue();

        ApiServer.NODES.put("fleet-5/n", view("192.0.2.99"));
        pass.run();
        assertThat(kubernetesIps("fleet-5")).as("nothing is left to do").containsExactly("192.0.2.10");
        passes.save(new JudgingPass(fingerprint.text(), SentReport.NOW, new NodeKey("fleet-5", "m"), 3, 9, null));
        pass.run();

        assertThat(kubernetesIps("fleet-5")).containsExactly("192.0.2.99");
        assertThat(passes.newest().orElseThrow().isFinished()).isTrue();
        assertThat(passes.newest().orElseThrow().done()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void leavesAPassOfOtherRulesToThoseThatStartedIt() {
        pass.run();
        JudgingPass other = new JudgingPass("other", SentReport.NOW, null, 0, 9, null);
        passes.save(other);
        pass.run();
        assertThat(passes.newest()).contains(other);
        passes.save(new JudgingPass(fingerprint.text(), SentReport.NOW, null, 0, 0, SentReport.NOW));
    }
}
