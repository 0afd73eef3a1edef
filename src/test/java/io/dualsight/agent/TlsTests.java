package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.ReadyCondition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consoles and API servers over TLS, with certificates that only the given authority vouches for. */
class TlsTests {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String NODE = """
            {"metadata":{"uid":"6d0c","creationTimestamp":"2026-11-01T08:00:00Z","annotations":{
                "rke2.io/internal-ip":"2001:db8:1::10","rke2.io/node-args":"[\\"--token\\",\\"secret\\"]"}},
             "spec":{"podCIDRs":["2001:db8:42::/64"]},
             "status":{"addresses":[{"type":"Hostname","address":"edge-1"},{"type":"InternalIP","address":"2001:db8:1::10"},
                {"type":"InternalIP","address":"192.0.2.10"}],
              "conditions":[{"type":"MemoryPressure","status":"False"},
                {"type":"Ready","status":"True","lastTransitionTime":"2026-11-22T09:13:01Z","reason":"KubeletReady",
                 "message":"kubelet is posting ready status"}]}}""";

    @TempDir
    private Path folder;

    private HttpsServer server;
    private KeyStore keys;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        keys = keyStore("EC");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("::1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            String peer;
            try {
                peer = ((com.sun.net.httpserver.HttpsExchange) exchange)
                        .getSSLSession()
                        .getPeerPrincipal()
                        .getName();
            } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
                peer = "nobody";
            }
            asked.add(exchange.getRequestURI() + " by " + peer + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = (exchange.getRequestMethod().equals("POST") ? FakeConsole.TAKEN : NODE)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private KeyStore keyStore(String algorithm) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(algorithm + ".p12");
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        algorithm,
                        algorithm.equals("EC") ? "-groupname" : "-keysize",
                        algorithm.equals("EC") ? "secp256r1" : "2048",
                        "-dname",
                        "CN=system:node:edge-1",
                        "-ext",
                        "SAN=IP:::1",
                        "-ext",
                        "BC=ca:true",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        try {
            authorities.load(null, null);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        authorities.setCertificateEntry("x", keys.getCertificate("x"));
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private String url() {
        return "https://[::1]:" + server.getAddress().getPort();
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private String certificate() throws GeneralSecurityException {
        Certificate certificate = keys.getCertificate("x");
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    /** What openssl calls the traditional form: PKCS#8 without its wrapping. */
    private static byte[] unwrapped(byte[] pkcs8, int header) {
        return Arrays.copyOfRange(pkcs8, header, pkcs8.length);
    }

    @Test
    void reportsToAConsoleThatAnAuthorityOfItsOwnVouchesFor() throws IOException, GeneralSecurityException {
        Path file = Files.writeString(folder.resolve("ca.pem"), certificate());

        assertThat(send(file).fate()).isEqualTo(Delivery.Fate.TAKEN);
        assertThat(asked).containsExactly("/api/v1/reports by nobody Bearer dsa_x");
    }

    @Test
    void sendsNothingToAConsoleThatNobodyVouchesFor() {
        Delivery delivery = send(null);

        assertThat(delivery.fate()).isEqualTo(Delivery.Fate.LATER);
        assertThat(delivery.said()).contains("certification path");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"})
    void saysThatAFileHoldsNoCertificate(String text) throws IOException {
        assertThat(send(Files.writeString(folder.resolve("ca.pem"), text)).said())
                .contains("holds no certificate");
        assertThat(asked).isEmpty();
    }

    private Delivery send(@org.jspecify.annotations.Nullable Path authorities) {
        return new ConsoleClient(new Settings.Target(URI.create(url()), "dsa_x", null, authorities))
                .send(new byte[] {0x1f});
    }

    private KubernetesFacts node(String key) throws IOException, GeneralSecurityException {
        NodeTree node = new NodeTree(folder.resolve("node"))
                .file("/pki/ca.crt", certificate())
                .file("/pki/client.crt", certificate())
                .file("/pki/client.key", key)
                .file("/kubeconfig", """
                        apiVersion: v1
                        clusters:
                        - cluster:
                            server: %s
                            certificate-authority: /pki/ca.crt
                          name: local
                        users:
                        - name: user
                          user:
                            client-certificate: /pki/client.crt
                            client-key: "/pki/client.key"
                        """.formatted(url()));
        return new NodeProbe(Credentials.ofKubeconfig(node.files(), "/kubeconfig")).read("edge-1");
    }

    @Test
    void readsTheNodeWithTheKeyThatGoWrites() throws IOException, GeneralSecurityException {
        Key key = keys.getKey("x", PASSWORD);
        // a P-256 key in PKCS#8 has 28 bytes before the key itself
        KubernetesFacts facts = node(pem("EC PRIVATE KEY", unwrapped(key.getEncoded(), 28)));

        assertThat(asked).containsExactly("/api/v1/nodes/edge-1 by CN=system:node:edge-1 null");
        assertThat(facts.nodeUid()).isEqualTo("6d0c");
        assertThat(facts.createdAt()).isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
        assertThat(facts.internalIps()).extracting(IpList::texts).isEqualTo(List.of("2001:db8:1::10", "192.0.2.10"));
        assertThat(facts.annotations()).containsExactly(Map.entry("rke2.io/internal-ip", "2001:db8:1::10"));
        assertThat(String.valueOf(facts.podCidrs())).isEqualTo("2001:db8:42::/64");
        assertThat(facts.ready())
                .isEqualTo(new ReadyCondition(
                        "True",
                        Instant.parse("2026-11-22T09:13:01Z"),
                        "KubeletReady",
                        "kubelet is posting ready status"));
    }

    @Test
    void readsTheOtherFormsOfKeys() throws IOException, GeneralSecurityException, InterruptedException {
        assertThat(node(pem("PRIVATE KEY", keys.getKey("x", PASSWORD).getEncoded()))
                        .nodeUid())
                .isEqualTo("6d0c");
        keys = keyStore("RSA");
        byte[] rsa = keys.getKey("x", PASSWORD).getEncoded();

        assertThatThrownBy(() -> node("no key at all")).hasMessage("client-key: holds no key that can be read");
        // this client is not the server's, so that the connection fails, but over the certificate and not over its key
        assertThatThrownBy(() -> node(pem("RSA PRIVATE KEY", unwrapped(rsa, 26))))
                .isNotInstanceOf(UnreadableException.class);
    }

    @Test
    void usesTheServiceAccountOfItsPod() throws IOException, GeneralSecurityException {
        Path account = Files.createDirectories(folder.resolve("account"));
        Files.writeString(account.resolve("ca.crt"), certificate());
        Files.writeString(account.resolve("token"), "eyJ\n");
        Map<String, String> environment = Map.of(
                "KUBERNETES_SERVICE_HOST",
                "::1",
                "KUBERNETES_SERVICE_PORT",
                String.valueOf(server.getAddress().getPort()));

        Credentials credentials = Credentials.ofPod(environment, account);

        assertThat(credentials).isNotNull();
        assertThat(new NodeProbe(credentials).read("edge-1").nodeUid()).isEqualTo("6d0c");
        assertThat(asked).containsExactly("/api/v1/nodes/edge-1 by nobody Bearer eyJ");
        assertThat(Credentials.ofPod(Map.of(), account)).isNull();
    }
}
