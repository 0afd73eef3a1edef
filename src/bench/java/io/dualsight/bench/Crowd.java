package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many connections that say next to nothing, and what others notice of them. */
final class Crowd implements Closeable {
    static final long LONGEST = 40;

    private final List<Socket> sockets = new ArrayList<>();
    private final int port;

    /** Each says this at first. */
    Crowd(int port, int size, String first) throws IOException {
        this.port = port;
        for (int i = 0; i < size; i++) {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
            sockets.add(socket);
            say(socket, first);
        }
    }

    int size() {
        return sockets.size();
    }

    /** Each says a little more; who was hung up on stays silent. */
    void say(String more) {
        sockets.forEach(socket -> say(socket, more));
    }

    private static void say(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The console has given up on it.
        }
    }

    /** The slowest of ten sign-in pages, one every half second, while the crowd goes on with this. */
    long worstPage(String more) throws InterruptedException {
        long worst = 0;
        for (int i = 0; i < 10; i++) {
            long begun = System.nanoTime();
            int status = new Visitor(port).get("/login").statusCode();
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            worst = Math.max(worst, status == 200 ? millis : Long.MAX_VALUE);
            say(more);
            Thread.sleep(500);
        }
        return worst;
    }

    /** How many seconds of silence it takes until the console has hung up on all; {@link #LONGEST} where it has not. */
    long untilClosed() throws InterruptedException {
        long begun = System.nanoTime();
        long seconds = 0;
        while (seconds < LONGEST && closed() < sockets.size()) {
            Thread.sleep(500);
            seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        }
        return seconds;
    }

    private long closed() {
        return sockets.stream().filter(Crowd::isClosed).count();
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            byte[] answer = new byte[4096];
            int got = socket.getInputStream().read(answer);
            while (got >= 0) {
                got = socket.getInputStream().read(answer);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
