import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A console that takes every report and keeps none: {@code java Sink.java ADDRESS PORT [KEYSTORE]}. */
public final class Sink {

    private static final byte[] TAKEN =
            "{\"accepted\":1,\"duplicates\":0,\"rejected\":[],\"nextReportSeconds\":60}".getBytes(StandardCharsets.UTF_8);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Sink() {}

    public static void main(String... words) throws IOException, GeneralSecurityException {
        InetSocketAddress address = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
        HttpServer server = words.length == 2 ? HttpServer.create(address, 0) : secure(address, Path.of(words[2]));
        server.createContext("/", Sink::take);
        server.start();
        System.out.println("listening on " + server.getAddress());
    }

    private static HttpServer secure(InetSocketAddress address, Path file)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, TAKEN.length);
        exchange.getResponseBody().write(TAKEN);
        exchange.close();
    }
}
