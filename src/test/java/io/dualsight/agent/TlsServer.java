package io.dualsight.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.dualsight.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/** A server on ::1 with a certificate of its own, which takes reports and answers every GET with one text. */
final class TlsServer implements AutoCloseable {

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
        return SelfSigned.keyStore(folder, algorithm, "system:node:edge-1", "IP:::1");
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SelfSigned.PASSWORD);
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
        return SelfSigned.pem(what, der);
    }

    String certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", keys.getCertificate("x").getEncoded());
    }

    Key key() throws GeneralSecurityException {
        return key(keys);
    }

    static Key key(KeyStore keys) throws GeneralSecurityException {
        return keys.getKey("x", SelfSigned.PASSWORD);
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
