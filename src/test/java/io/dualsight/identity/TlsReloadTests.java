package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.SelfSigned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console serves TLS itself from PEM files, as the README says, and goes on with new ones without a restart. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tls",
            "dualsight.local-agent.enabled=false",
            "server.ssl.bundle=web",
            "spring.ssl.bundle.pem.web.reload-on-update=true",
            "spring.ssl.bundle.watch.file.quiet-period=100ms"
        })
@DirtiesContext
class TlsReloadTests {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static KeyStore first;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties)
            throws IOException, GeneralSecurityException, InterruptedException {
        first = SelfSigned.keyStore(folder, "EC", "first", "DNS:localhost");
        write(first);
        properties.add(
                "spring.ssl.bundle.pem.web.keystore.certificate",
                () -> folder.resolve("tls.crt").toString());
        properties.add(
                "spring.ssl.bundle.pem.web.keystore.private-key",
                () -> folder.resolve("tls.key").toString());
    }

    @Test
    void servesTheNewCertificateSoonAfterTheFilesChanged()
            throws IOException, GeneralSecurityException, InterruptedException {
        String answer = get(first);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Strict-Transport-Security: max-age=31536000");
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie:")))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));

        KeyStore next = SelfSigned.keyStore(folder, "EC", "next", "DNS:localhost");
        write(next);
        Instant deadline = Instant.now().plus(LONGEST);
        while (!served(next).equals(certificate(next)) && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(served(next)).isEqualTo(certificate(next)).isNotEqualTo(certificate(first));
        assertThat(get(next)).startsWith("HTTP/1.1 200");
    }

    /** The key first: the console reads both once both have been quiet. */
    private static void write(KeyStore keys) throws IOException, GeneralSecurityException {
        byte[] key = keys.getKey(SelfSigned.ALIAS, SelfSigned.PASSWORD).getEncoded();
        Files.writeString(folder.resolve("tls.key"), SelfSigned.pem("PRIVATE KEY", key));
        Files.writeString(
                folder.resolve("tls.crt"),
                SelfSigned.pem("CERTIFICATE", certificate(keys).getEncoded()));
    }

    private static Certificate certificate(KeyStore keys) throws GeneralSecurityException {
        return keys.getCertificate(SelfSigned.ALIAS);
    }

    /** What the console shows, or what is trusted is not what it shows. */
    private Certificate served(KeyStore trusted) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = open(trusted)) {
            return socket.getSession().getPeerCertificates()[0];
        } catch (SSLException e) {
            return certificate(first);
        }
    }

    private String get(KeyStore trusted) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = open(trusted)) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SSLSocket open(KeyStore trusted) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry(SelfSigned.ALIAS, certificate(trusted));
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        socket.startHandshake();
        return socket;
    }
}
