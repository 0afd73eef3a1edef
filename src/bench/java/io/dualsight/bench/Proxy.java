package io.dualsight.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands each connection to one of several ports in turn, to the next one where that does not listen. */
final class Proxy implements Closeable {

    private static final int TIMEOUT_MILLIS = 1000;

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final AtomicInteger turn = new AtomicInteger();
    private final int[] behind;
    final int port = door.getLocalPort();

    Proxy(int... behind) throws IOException {
        this.behind = behind;
        start(this::accept);
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket console = connect()) {
            client.setTcpNoDelay(true);
            console.setTcpNoDelay(true);
            Thread back = start(() -> copy(console, client));
            copy(client, console);
            back.join();
        } catch (IOException e) {
            // The client sees that its connection ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        IOException last = new IOException("nobody");
        for (int i = 0; i < behind.length; i++) {
            Socket console = new Socket();
            try {
                console.connect(
                        new InetSocketAddress("127.0.0.1", behind[turn.getAndIncrement() % behind.length]),
                        TIMEOUT_MILLIS);
                return console;
            } catch (IOException e) {
                last = e;
                console.close();
            }
        }
        throw last;
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, got);
            }
        } catch (IOException e) {
            // One side is gone: so is the other.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed.
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
