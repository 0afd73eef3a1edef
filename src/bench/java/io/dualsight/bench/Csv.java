package io.dualsight.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Downloads an export, counting lines and keeping nothing. */
final class Csv {

    private final int port;

    Csv(int port) {
        this.port = port;
    }

    /**
     * What came.
     *
     * @param rows without the header
     * @param seconds that it took
     */
    record Download(long rows, double seconds) {}

    Download download(String file) throws IOException {
        long start = System.nanoTime();
        long lines = count(file);
        return new Download(lines - 1, (System.nanoTime() - start) / 1e9);
    }

    /** MiB of live heap above idle, at the most, while it comes. */
    double heap(String file, Console console) throws IOException, InterruptedException {
        double idle = console.liveHeap();
        double[] most = {idle};
        Thread watch = new Thread(() -> watch(console, most));
        watch.start();
        count(file);
        watch.interrupt();
        watch.join();
        return most[0] - idle;
    }

    private static void watch(Console console, double[] most) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(500);
                most[0] = Math.max(most[0], console.liveHeap());
            }
        } catch (IOException | InterruptedException | AssertionError e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many lines it has. */
    long count(String file) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/api/v1/exports/" + file)
                        .toURL()
                        .openConnection();
        connection.setRequestProperty(Console.PROGRAM[0], Console.PROGRAM[1]);
        long lines = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = connection.getInputStream()) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                for (int i = 0; i < got; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
