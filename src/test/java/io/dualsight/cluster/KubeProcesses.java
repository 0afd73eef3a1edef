package io.dualsight.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** etcd and kube-apiserver as processes of the test; they end with it. */
final class KubeProcesses {

    private static final Duration START = Duration.ofSeconds(90);

    private final Path binaries;
    private final Path folder;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, Process> running = new HashMap<>();

    KubeProcesses(Path binaries) {
        this.binaries = binaries;
        try {
            this.folder = Files.createTempDirectory("dualsight-kube");
            Files.writeString(
                    folder.resolve("tokens.csv"), "admin,admin,admin,\"system:masters\"\nconsole,console,console\n");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            pem("sa.key", "PRIVATE KEY", keys.getPrivate().getEncoded());
            pem("sa.pub", "PUBLIC KEY", keys.getPublic().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running.values().forEach(Process::destroyForcibly)));
    }

    private void pem(String name, String type, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }

    private int port(String name) {
        return ports.computeIfAbsent(name, key -> {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    String url(String server) {
        return "https://127.0.0.1:" + port(server);
    }

    private String etcd() {
        return "http://127.0.0.1:" + port("etcd");
    }

    void startEtcd() {
        String peer = "http://127.0.0.1:" + port("peer");
        run(
                "etcd",
                "etcd",
                List.of(
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=" + etcd(),
                        "--advertise-client-urls=" + etcd(),
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer));
    }

    /** Returns when it answers. */
    void startApiServer(String name) {
        run(
                name,
                "kube-apiserver",
                List.of(
                        "--etcd-servers=" + etcd(),
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + port(name),
                        "--cert-dir=" + folder.resolve(name),
                        "--token-auth-file=" + folder.resolve("tokens.csv"),
                        "--authorization-mode=RBAC",
                        "--service-account-issuer=https://kubernetes.default.svc",
                        "--service-account-key-file=" + folder.resolve("sa.pub"),
                        "--service-account-signing-key-file=" + folder.resolve("sa.key"),
                        "--service-cluster-ip-range=10.0.0.0/24",
                        "--disable-admission-plugins=ServiceAccount",
                        "--endpoint-reconciler-type=none",
                        "--allow-privileged=true"));
        Path kubeconfig = Kubeconfig.write(url(name), "admin");
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        config.setRequestRetryBackoffLimit(0);
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            Awaitility.await()
                    .atMost(START)
                    .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                    .until(() -> client.raw("/readyz") != null && hasNamespaces(client));
        }
    }

    /** The API server makes them itself, a moment after it answers. */
    private static boolean hasNamespaces(KubernetesClient client) {
        return List.of("default", "kube-system").stream()
                .allMatch(name -> client.namespaces().withName(name).get() != null);
    }

    private void run(String name, String binary, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(binaries.resolve(binary).toString()));
        command.addAll(flags);
        try {
            running.put(
                    name,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                    folder.resolve(name + ".log").toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(String name) {
        Process process = running.remove(name);
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Has etcd forget all history, by its HTTP gateway. */
    void compact() {
        Matcher revision =
                Pattern.compile("\"revision\":\"(\\d+)\"").matcher(etcd("/v3/kv/range", "{\"key\":\"AA==\"}"));
        if (!revision.find()) {
            throw new IllegalStateException("etcd tells no revision");
        }
        etcd("/v3/kv/compaction", "{\"revision\":\"" + revision.group(1) + "\",\"physical\":true}");
    }

    private String etcd(String path, String body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(etcd() + path))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            // Nothing may have been written since the last time.
            if (answer.statusCode() != 200 && !answer.body().contains("has been compacted")) {
                throw new IllegalStateException("etcd answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
