package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.http.MockResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is wrong with a way to a cluster, as people are told it. */
@Execution(ExecutionMode.CONCURRENT)
class ApiFaultsTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Replica console;

    @AfterEach
    void stop() {
        console.close();
    }

    private void assertAway(Path kubeconfig, String detail) {
        console = Replica.alone(kubeconfig);
        await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.AWAY);
        assertThat(console.state().troubles()).hasSize(1);
        assertThat(console.state().troubles().get(0).detail()).contains(detail).doesNotContain("Exception", "io.");
    }

    @Test
    void saysThatTheKubeconfigIsMissing(@TempDir Path folder) {
        assertAway(folder.resolve("none"), "There is no kubeconfig at " + folder.resolve("none"));
    }

    @Test
    void saysThatTheKubeconfigIsNone(@TempDir Path folder) throws IOException {
        assertAway(Files.writeString(folder.resolve("broken"), "clusters: {"), "is none");
    }

    @Test
    void saysThatTheKubeconfigHasNoContext(@TempDir Path folder) throws IOException {
        assertAway(Files.writeString(folder.resolve("empty"), "apiVersion: v1\nkind: Config\n"), "has no context");
    }

    @Test
    void saysThatNothingListensAtAnIpv6Address() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[16]))) {
            free = socket.getLocalPort();
        }
        assertAway(Kubeconfig.write("http://[::1]:" + free, "token"), "Nothing listens");
    }

    @Test
    void saysThatTheCertificateIsNotTrusted() {
        KubernetesMockServer server = new KubernetesMockServer(true);
        server.init(InetAddress.getLoopbackAddress(), 0);
        try {
            Path kubeconfig = Kubeconfig.write("https://127.0.0.1:" + server.getPort(), "", "token");
            assertAway(kubeconfig, "not trusted");
        } finally {
            server.destroy();
        }
    }

    @Test
    void saysThatTheCredentialsAreNotAccepted() {
        try (MockApi api = new MockApi()) {
            api.whim(request -> MockApi.status(401, "Unauthorized"));
            assertAway(api.kubeconfig(), "does not accept the credentials");
            console.close();
        }
    }

    @Test
    void saysThatTheServerDoesNotAnswer() {
        try (MockApi api = new MockApi()) {
            api.whim(request -> new MockResponse().setBody("{}").setBodyDelay(60, TimeUnit.SECONDS));
            assertAway(api.kubeconfig(), "does not answer in time");
            console.close();
        }
    }

    @Test
    void staysCalmWhereTheServerIsOverloaded() throws InterruptedException {
        try (MockApi api = new MockApi()) {
            api.whim(request -> request.getPath().startsWith("/version") ? null : MockApi.status(429, "slow down"));
            console = Replica.alone(api.kubeconfig());
            await().atMost(SOON).until(() -> console.phase() == ClusterState.Phase.INCOMPLETE);
            assertThat(console.state().troubles().get(0).detail()).contains("overloaded");

            int before = api.requests();
            Thread.sleep(10_000);
            // five feeds, each after 1, 2, 4 and 8 seconds at the most, and a probe every five
            assertThat(api.requests() - before).isLessThan(25);

            api.whim(request -> null);
            await().atMost(Duration.ofSeconds(70)).until(() -> console.phase() == ClusterState.Phase.WATCHING);
            console.close();
        }
    }
}
