package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.ReadyCondition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consoles and API servers over TLS, with certificates that only the given authority vouches for. */
class TlsTests {

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

    private TlsServer server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        server = new TlsServer(folder, NODE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What openssl calls the traditional form: PKCS#8 without its wrapping. */
    private static byte[] unwrapped(byte[] pkcs8, int header) {
        return Arrays.copyOfRange(pkcs8, header, pkcs8.length);
    }

    @Test
    void reportsToAConsoleThatAnAuthorityOfItsOwnVouchesFor() throws IOException, GeneralSecurityException {
        Path file = Files.writeString(folder.resolve("ca.pem"), server.certificate());

        assertThat(send(file).fate()).isEqualTo(Delivery.Fate.TAKEN);
        assertThat(server.asked()).containsExactly("/api/v1/reports by nobody Bearer dsa_x");
    }

    @Test
    void sendsNothingToAConsoleThatNobodyVouchesFor() {
        Delivery delivery = send(null);

        assertThat(delivery.fate()).isEqualTo(Delivery.Fate.LATER);
        assertThat(delivery.said()).contains("certification path");
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"})
    void saysThatAFileHoldsNoCertificate(String text) throws IOException {
        assertThat(send(Files.writeString(folder.resolve("ca.pem"), text)).said())
                .contains("holds no certificate");
        assertThat(server.asked()).isEmpty();
    }

    private Delivery send(@org.jspecify.annotations.Nullable Path authorities) {
        return new ConsoleClient(new Settings.Target(URI.create(server.url()), "dsa_x", null, authorities))
                .send(new byte[] {0x1f});
    }

    private KubernetesFacts node(String key) throws IOException, GeneralSecurityException {
        NodeTree node = new NodeTree(folder.resolve("node"))
                .file("/pki/ca.crt", server.certificate())
                .file("/pki/client.crt", server.certificate())
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
                        """.formatted(server.url()));
        return new NodeProbe(Credentials.ofKubeconfig(node.files(), "/kubeconfig")).read("edge-1");
    }

    @Test
    void readsTheNodeWithTheKeyThatGoWrites() throws IOException, GeneralSecurityException {
        Key key = server.key();
        // a P-256 key in PKCS#8 has 28 bytes before the key itself
        KubernetesFacts facts = node(TlsServer.pem("EC PRIVATE KEY", unwrapped(key.getEncoded(), 28)));

        assertThat(server.asked()).containsExactly("/api/v1/nodes/edge-1 by CN=system:node:edge-1 null");
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
        assertThat(node(TlsServer.pem("PRIVATE KEY", server.key().getEncoded())).nodeUid())
                .isEqualTo("6d0c");
        byte[] rsa = TlsServer.key(TlsServer.keyStore(folder, "RSA")).getEncoded();

        assertThatThrownBy(() -> node("no key at all")).hasMessage("client-key: holds no key that can be read");
        // a key that can be read and is another certificate's is shown to nobody
        node(TlsServer.pem("RSA PRIVATE KEY", unwrapped(rsa, 26)));
        assertThat(server.asked()).last().isEqualTo("/api/v1/nodes/edge-1 by nobody null");
    }

    @Test
    void usesTheServiceAccountOfItsPod() throws IOException, GeneralSecurityException {
        Path account = Files.createDirectories(folder.resolve("account"));
        Files.writeString(account.resolve("ca.crt"), server.certificate());
        Files.writeString(account.resolve("token"), "eyJ\n");
        Map<String, String> environment = Map.of(
                "KUBERNETES_SERVICE_HOST",
                "::1",
                "KUBERNETES_SERVICE_PORT",
                String.valueOf(URI.create(server.url()).getPort()));

        Credentials credentials = Credentials.ofPod(environment, account);

        assertThat(credentials).isNotNull();
        assertThat(new NodeProbe(credentials).read("edge-1").nodeUid()).isEqualTo("6d0c");
        assertThat(server.asked()).containsExactly("/api/v1/nodes/edge-1 by nobody Bearer eyJ");
        assertThat(Credentials.ofPod(Map.of(), account)).isNull();
    }
}
