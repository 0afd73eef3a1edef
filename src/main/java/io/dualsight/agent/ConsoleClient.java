package io.dualsight.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends reports to the console: one a request, gzipped, over a kept-alive connection, never after a redirect, since
 * the token would go with it. Whatever happens, a call ends in bounded time.
 */
final class ConsoleClient {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 15_000;
    private static final int ANSWER = 64 * 1024;

    private final Settings.Target target;
    private final int totalMillis;
    private @Nullable SSLSocketFactory trust;

    ConsoleClient(Settings.Target target) {
        this(target, 2 * (CONNECT_MILLIS + READ_MILLIS));
    }

    ConsoleClient(Settings.Target target, int totalMillis) {
        this.target = target;
        this.totalMillis = totalMillis;
    }

    /** Sends the gzipped JSON of one report. */
    Delivery send(byte[] body) {
        try {
            HttpURLConnection connection = open();
            try (Deadline deadline = new Deadline(connection::disconnect, totalMillis)) {
                return deadline.met(exchange(connection, body));
            }
        } catch (IOException e) {
            return Delivery.later(words(e));
        }
    }

    private HttpURLConnection open() throws IOException {
        URL url = new URL(target.server() + "/api/v1/reports");
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (connection instanceof HttpsURLConnection secure && target.caFile() != null) {
            secure.setSSLSocketFactory(trust());
        }
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Content-Encoding", "gzip");
        connection.setRequestProperty("Accept", "application/json, application/problem+json");
        connection.setRequestProperty("User-Agent", "dualsight-agent");
        String token = token();
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        return connection;
    }

    private SSLSocketFactory trust() throws IOException {
        if (trust == null) {
            trust = Certificates.trusting(java.util.Objects.requireNonNull(target.caFile()));
        }
        return trust;
    }

    private @Nullable String token() throws IOException {
        if (target.tokenFile() == null) {
            return target.token();
        }
        try {
            String token = Files.readString(target.tokenFile()).strip();
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127)) {
                return token;
            }
        } catch (IOException e) {
            throw UnreadableException.of("--token-file " + target.tokenFile(), e);
        }
        throw new UnreadableException("--token-file " + target.tokenFile(), "holds no token");
    }

    private static Delivery exchange(HttpURLConnection connection, byte[] body) throws IOException {
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        String answer = "";
        // read to its end, so that the connection can be used again
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                answer = new String(in.readNBytes(ANSWER), StandardCharsets.UTF_8);
            }
        }
        return new Answer(status, connection, answer).delivery();
    }

    private static String words(IOException e) {
        if (e instanceof UnknownHostException) {
            return "the name " + e.getMessage() + " is not known";
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
