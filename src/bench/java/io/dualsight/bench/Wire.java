package io.dualsight.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One keep-alive HTTP/1.1 connection, so thin that the load does not take the processor from what it measures. */
final class Wire implements Closeable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Target target;
    private final Socket socket = new Socket();
    private final InputStream in;
    private byte[] body = new byte[0];
    private String retryAfter = "";

    /**
     * Where bodies go.
     *
     * @param port on this machine
     * @param path of the address
     * @param headers more lines of the request's head
     * @param good the status of a body that was taken
     */
    record Target(int port, String path, String headers, int good) {

        /** Reports, to a console. */
        static Target console(int port) {
            return new Target(port, "/api/v1/reports", "Authorization: Bearer " + Console.AGENT + "\r\n", 200);
        }
    }

    Wire(int console) throws IOException {
        this(Target.console(console));
    }

    Wire(Target target) throws IOException {
        this.target = target;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", target.port()), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** Posts JSON and returns the status; the answer is kept until the next one. */
    int post(byte[] content, boolean gzip) throws IOException {
        String head = "POST " + target.path() + " HTTP/1.1\r\nHost: bench\r\n" + target.headers()
                + "Content-Type: application/json\r\n" + (gzip ? "Content-Encoding: gzip\r\n" : "")
                + "Content-Length: " + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        socket.getOutputStream().write(whole);
        return answer();
    }

    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Seconds, as the last answer said; empty where it did not. */
    String retryAfter() {
        return retryAfter;
    }

    private int answer() throws IOException {
        String status = line();
        int length = 0;
        boolean chunked = false;
        retryAfter = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("retry-after:")) {
                retryAfter = lower.substring(12).strip();
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            }
        }
        body = chunked ? chunks() : in.readNBytes(length);
        return Integer.parseInt(status.substring(9, 12));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the console closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
