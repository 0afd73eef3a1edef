package io.dualsight.agent;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dualsight.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A console that answers as told and remembers what it was sent. */
final class FakeConsole implements AutoCloseable {

    static final String TAKEN = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[],\"nextReportSeconds\":60}";

    private final HttpServer server;
    private final List<Map<?, ?>> reports = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = TAKEN;
    private volatile Map<String, String> answerHeaders = Map.of();

    FakeConsole(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(java.net.InetAddress.getByName(address), 0), 0);
        server.createContext("/api/v1/reports", this::handle);
        server.start();
    }

    static FakeConsole onLoopback() throws IOException {
        return new FakeConsole("::1");
    }

    FakeConsole answers(int status, String answer, Map<String, String> headers) {
        this.status = status;
        this.answer = answer;
        this.answerHeaders = headers;
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readAllBytes();
        }
        headers.add(exchange.getRequestHeaders());
        reports.add((Map<?, ?>) Json.read(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()));
        answerHeaders.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    URI url() {
        String host = server.getAddress().getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort());
    }

    List<Map<?, ?>> reports() {
        return reports;
    }

    List<Headers> headers() {
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
