package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Health endpoints, asked on both loopback addresses: which of them a component listens on is a fact of its own, and
 * one that is silent on one of them is not down.
 */
final class Endpoints {

    private static final int MILLIS = 1_000;
    private static final List<String> LOOPBACKS = List.of("127.0.0.1", "[::1]");

    /**
     * Where a component is asked.
     *
     * @param component its name in reports
     * @param scheme {@code http} or {@code https}
     * @param port on loopback
     * @param path with query
     */
    record Target(String component, String scheme, int port, String path) {

        Target(String component, int port, String path) {
            this(component, "http", port, path);
        }
    }

    static final Target KUBELET = new Target("kubelet", 10248, "/healthz");
    static final Target KUBE_PROXY = new Target("kube-proxy", 10256, "/healthz");
    static final Target FELIX = new Target("calico-node", 9099, "/readiness");
    static final Target TYPHA = new Target("calico-typha", 9098, "/readiness");
    static final Target ETCD = new Target("etcd", 2381, "/health?serializable=true");
    static final Target CILIUM = new Target("cilium-agent", 9879, "/healthz");
    static final List<Target> CONTROL_PLANE = List.of(
            new Target("kube-apiserver", "https", 6443, "/livez"),
            new Target("kube-controller-manager", "https", 10257, "/healthz"),
            new Target("kube-scheduler", "https", 10259, "/healthz"));

    /** Made when it is needed, and kept: what it costs is to make it, and the handshakes that it can take up again. */
    private @Nullable SSLSocketFactory sockets;

    /** Asks on both addresses. */
    List<ComponentFacts.Endpoint> ask(Target target) {
        List<ComponentFacts.Endpoint> answers = new ArrayList<>();
        for (String loopback : LOOPBACKS) {
            answers.add(ask(target.scheme() + "://" + loopback + ":" + target.port() + target.path()));
        }
        return answers;
    }

    private ComponentFacts.Endpoint ask(String url) {
        long start = System.nanoTime();
        Integer status = status(url);
        int millis = (int) ((System.nanoTime() - start) / 1_000_000);
        return new ComponentFacts.Endpoint(url, status, status == null ? null : millis);
    }

    /**
     * What it answers; {@code null} where nothing does. Each that speaks TLS has a certificate of its own making; it is
     * told nothing, and its word is for no more than that it answers.
     */
    private @Nullable Integer status(String url) {
        try {
            if (sockets == null && url.startsWith("https:")) {
                sockets = AnyCertificate.sockets();
            }
            int status =
                    new BoundedGet(url, MILLIS).trustingAnybody(sockets).answer(HttpURLConnection::getResponseCode);
            return status > 0 ? status : null;
        } catch (IOException e) {
            return null;
        }
    }
}
