package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/** A server on ::1 with a certificate of its own, which takes reports and answers every GET with one text. */
final class TlsServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final KeyStore keys;
    private final String page;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TlsServer(Path folder, String page) throws IOException, GeneralSecurityException, InterruptedException {
        this.page = page;
        keys = keyStore(folder, "EC");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("::1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(exchange.getRequestURI() + " by " + peer((HttpsExchange) exchange) + " " + token);
        byte[] answer = (exchange.getRequestMethod().equals("POST") ? FakeConsole.TAKEN : page)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String peer(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nobody";
        }
    }

    static KeyStore keyStore(Path folder, String algorithm)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(algorithm + ".p12");
        String options = "-genkeypair -alias x -keyalg " + algorithm
                + (algorithm.equals("EC") ? " -groupname secp256r1" : " -keysize 2048")
                + " -dname CN=system:node:edge-1 -ext SAN=IP:::1 -ext BC=ca:true -storetype PKCS12 -storepass changeit";
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-keystore", file.toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("x", keys.getCertificate("x"));
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    String url() {
        return "https://[::1]:" + server.getAddress().getPort();
    }

    static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    String certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", keys.getCertificate("x").getEncoded());
    }

    Key key() throws GeneralSecurityException {
        return key(keys);
    }

    static Key key(KeyStore keys) throws GeneralSecurityException {
        return keys.getKey("x", PASSWORD);
    }

    /** What was asked, by whom, and with which authorization. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
