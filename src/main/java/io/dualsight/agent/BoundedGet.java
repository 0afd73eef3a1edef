package io.dualsight.agent;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Asks a server of this node or cluster: within bounded time, past every proxy, and never after a redirect. */
final class BoundedGet {

    private final HttpURLConnection connection;
    private final int millis;

    /** Asks {@code url}; each step may take {@code millis}, and all of it twice that. */
    BoundedGet(String url, int millis) throws IOException {
        this.connection = (HttpURLConnection) new URL(url).openConnection(Proxy.NO_PROXY);
        this.millis = millis;
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Connection", "close");
    }

    /** Reads an answer. */
    interface Reader<T> {
        T read(HttpURLConnection answer) throws IOException;
    }

    /** Believes whom {@code sockets} believe. */
    BoundedGet trusting(@Nullable SSLSocketFactory sockets) {
        if (connection instanceof HttpsURLConnection secure && sockets != null) {
            secure.setSSLSocketFactory(sockets);
        }
        return this;
    }

    /** Believes anybody, by {@link AnyCertificate}: for a look at whether somebody answers, and with no secret. */
    BoundedGet trustingAnybody(@Nullable SSLSocketFactory sockets) {
        if (connection instanceof HttpsURLConnection secure) {
            secure.setHostnameVerifier((host, session) -> true);
        }
        return trusting(sockets);
    }

    /** Says who asks. */
    BoundedGet as(@Nullable String token) {
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        return this;
    }

    /** Asks, and reads what is answered. */
    <T> T answer(Reader<T> reader) throws IOException {
        try (Deadline deadline = new Deadline(connection::disconnect, 2 * millis)) {
            return deadline.met(reader.read(connection));
        } finally {
            connection.disconnect();
        }
    }
}
