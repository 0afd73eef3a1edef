package io.dualsight.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fabric8's mock with two doors: one without a guard for the test, and one for the console, where a guard asks for
 * permissions, knows tokens, forgets history, and can be told to misbehave.
 */
final class MockApi implements Api {

    private static final Logger LOG = LoggerFactory.getLogger(MockApi.class);

    private final Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
    private final KubernetesMixedDispatcher objects = new KubernetesMixedDispatcher(responses);
    private final MockTokens tokens = new MockTokens();
    private final KubernetesMockServer inner = server(objects);
    private final KubernetesClient admin;
    private final int port;
    private final Path kubeconfig;
    private KubernetesMockServer door;
    private volatile Map<String, List<PolicyRule>> allowed = Map.of();
    private volatile Function<RecordedRequest, MockResponse> whim = request -> null;
    private volatile long forgotten;

    MockApi() {
        inner.init(InetAddress.getLoopbackAddress(), 0);
        admin = inner.createClient();
        door = server(new Guard());
        door.init(InetAddress.getLoopbackAddress(), 0);
        port = door.getPort();
        kubeconfig = Kubeconfig.write("http://127.0.0.1:" + port, "console");
        allow(ApiObjects.EVERYTHING);
    }

    private KubernetesMockServer server(Dispatcher dispatcher) {
        return new KubernetesMockServer(new Context(), new MockWebServer(), responses, dispatcher, false);
    }

    @Override
    public Path kubeconfig() {
        return kubeconfig;
    }

    @Override
    public KubernetesClient admin() {
        return admin;
    }

    @Override
    public void allow(Map<String, List<PolicyRule>> namespaced) {
        allowed = namespaced;
    }

    /** Answers the console as it likes, where the function gives an answer. */
    void whim(Function<RecordedRequest, MockResponse> answers) {
        whim = answers;
    }

    int requests() {
        return door.getRequestCount();
    }

    MockTokens tokens() {
        return tokens;
    }

    @Override
    public void stop() {
        Thread closing = shutting(door);
        await().atMost(Duration.ofSeconds(90)).until(() -> !closing.isAlive() || !listens(port));
    }

    @Override
    public void startCompacted() {
        forgotten = Long.parseLong(admin.nodes().list().getMetadata().getResourceVersion());
        door = server(new Guard());
        door.init(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public String token(String namespace, String account, String audience, String pod) {
        return tokens.issue(
                namespace,
                account,
                audience,
                admin.pods().inNamespace(namespace).withName(pod).get());
    }

    @Override
    public void close() {
        admin.close();
        shutting(door);
        shutting(inner);
    }

    /** The mock blocks its event loop for up to a minute where a watch is closed, so that nobody waits who need not. */
    private static Thread shutting(KubernetesMockServer server) {
        Thread closing = new Thread(server::shutdown, "mock API closing");
        closing.setDaemon(true);
        closing.setUncaughtExceptionHandler((thread, late) -> LOG.debug("The mock took too long to close", late));
        closing.start();
        return closing;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static MockResponse status(int code, String message) {
        return new MockResponse()
                .setResponseCode(code)
                .setHeader("Content-Type", "application/json")
                .setBody("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":%d,\"message\":%s}"
                        .formatted(code, Serialization.asJson(message)));
    }

    private static long version(RecordedRequest request) {
        Matcher version = Pattern.compile("resourceVersion=(\\d+)").matcher(request.getPath());
        return version.find() ? Long.parseLong(version.group(1)) : Long.MAX_VALUE;
    }

    /** The mock knows no selectors of fields, and finds nothing by them. */
    private static RecordedRequest withoutFields(RecordedRequest request) {
        return new RecordedRequest(
                request.getHttpVersion(),
                request.method(),
                request.getPath().replaceAll("fieldSelector=[^&]*&?", ""),
                request.getHeaders(),
                request.getBody());
    }

    private final class Guard extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            MockResponse answer = whim.apply(request);
            ApiRequest asked = ApiRequest.of(request);
            if (answer != null || asked == null) {
                return answer == null ? objects.dispatch(request) : answer;
            }
            if (!asked.isIn(allowed)) {
                return status(403, asked.refusal());
            }
            if (asked.isWatch() && version(request) < forgotten) {
                return status(410, "too old resource version");
            }
            return asked.resource().equals("tokenreviews")
                    ? tokens.review(request.getUtf8Body(), admin)
                    : objects.dispatch(withoutFields(request));
        }
    }
}
