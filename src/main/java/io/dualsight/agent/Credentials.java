package io.dualsight.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may read this node's own Node object: the pod's ServiceAccount, or kubelet's client certificate.
 *
 * @param server base URL of the API server
 * @param authorities certificates in PEM
 * @param token of a ServiceAccount; absent with a client certificate
 * @param certificate of a client in PEM; absent with a token
 * @param key of that client in PEM; absent with a token
 */
record Credentials(
        String server,
        String authorities,
        @Nullable String token,
        @Nullable String certificate,
        @Nullable String key) {

    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    /** Those of the pod that the agent runs in; {@code null} where it runs in none. */
    static @Nullable Credentials ofPod(Map<String, String> environment) throws IOException {
        return ofPod(environment, ACCOUNT);
    }

    static @Nullable Credentials ofPod(Map<String, String> environment, Path account) throws IOException {
        String host = environment.get("KUBERNETES_SERVICE_HOST");
        Path token = account.resolve("token");
        if (host == null || !Files.isReadable(token)) {
            return null;
        }
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        return new Credentials(
                "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port,
                Files.readString(account.resolve("ca.crt")),
                Files.readString(token).strip(),
                null,
                null);
    }

    /** Those of a kubeconfig on the node, such as kubelet's. */
    static Credentials ofKubeconfig(HostFiles files, String path) throws IOException {
        String text = files.text(path);
        String server = value(text, "server");
        String authorities = pem(files, text, "certificate-authority");
        String certificate = pem(files, text, "client-certificate");
        String key = pem(files, text, "client-key");
        if (server == null || authorities == null || certificate == null || key == null) {
            throw new UnreadableException(path, "has not what a client certificate takes");
        }
        return new Credentials(server, authorities, null, certificate, key);
    }

    /**
     * Those by which the API server asks kubelet, which a server has on its disk; {@code null} on other nodes. What
     * vouches for kubelet is the cluster's authority, or with kubeadm the certificate that kubelet made itself.
     */
    static @Nullable Credentials ofKubeletClient(HostFiles files, Distribution distribution) throws IOException {
        boolean kubeadm = distribution == Distribution.KUBEADM;
        String client = kubeadm
                ? "/etc/kubernetes/pki/apiserver-kubelet-client"
                : distribution.dataFolder() + "/server/tls/client-kube-apiserver";
        String authority =
                kubeadm ? "/var/lib/kubelet/pki/kubelet.crt" : distribution.dataFolder() + "/agent/server-ca.crt";
        if (!files.exists(client + ".key") || !files.exists(authority)) {
            return null;
        }
        return new Credentials(
                "", files.text(authority), null, files.text(client + ".crt"), files.text(client + ".key"));
    }

    private static @Nullable String pem(HostFiles files, String text, String name) throws IOException {
        String data = value(text, name + "-data");
        if (data != null) {
            return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII);
        }
        String file = value(text, name);
        return file == null ? null : files.text(file);
    }

    /** The first value of that key, at whatever depth: a kubelet's file has one cluster and one user. */
    private static @Nullable String value(String text, String key) {
        Matcher line = Pattern.compile("(?m)^[ -]*" + key + ":[ \t]+[\"']?([^\"'\\s]+)[\"']?[ \t]*$")
                .matcher(text);
        return line.find() ? line.group(1) : null;
    }
}
