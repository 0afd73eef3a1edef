package io.dualsight.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What another collector takes on this machine: Zipkin, in memory, 10 spans a request of about 3 KB. */
final class Zipkin {

    private static final int SPANS = 10;
    /** Half a minute, in which it gets no quicker at the end. */
    private static final int WARM_UP_STEPS = 4;

    private static final int REQUESTS = 40_000;
    private static final Duration START = Duration.ofMinutes(1);

    private Zipkin() {}

    /** Requests a second over so many connections. */
    static double requestsPerSecond(int connections) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/bench/zipkin.jar");
        program.environment().put("QUERY_PORT", Integer.toString(port));
        Process zipkin = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Wire.Target target = new Wire.Target(port, "/api/v2/spans", "", 202);
            await(target);
            for (int i = 0; i < WARM_UP_STEPS; i++) {
                new Load(target, bodies(REQUESTS), false).run(connections);
            }
            return new Load(target, bodies(REQUESTS), false).run(connections).requestsPerSecond();
        } finally {
            zipkin.destroyForcibly().waitFor();
        }
    }

    private static void await(Wire.Target target) throws IOException, InterruptedException {
        if (!Files.exists(Path.of("target/bench/zipkin.jar"))) {
            throw new IOException("no target/bench/zipkin.jar; run mvn -Pbench package");
        }
        Instant deadline = Instant.now().plus(START);
        while (true) {
            try (Wire wire = new Wire(target)) {
                wire.post("[]".getBytes(StandardCharsets.UTF_8), false);
                return;
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static List<byte[]> bodies(int count) {
        List<byte[]> bodies = new ArrayList<>();
        long micros = Instant.now().toEpochMilli() * 1000;
        for (int i = 0; i < count; i++) {
            StringBuilder body = new StringBuilder("[");
            String trace = hex() + hex();
            for (int span = 0; span < SPANS; span++) {
                body.append(span == 0 ? "" : ",").append(span(trace, micros + span));
            }
            bodies.add(body.append(']').toString().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private static String span(String trace, long micros) {
        return "{\"traceId\":\"" + trace + "\",\"id\":\"" + hex() + "\",\"kind\":\"SERVER\",\"name\":\"get /nodes\","
                + "\"timestamp\":" + micros + ",\"duration\":2731,\"localEndpoint\":{\"serviceName\":\"frontend\","
                + "\"ipv6\":\"2001:db8:1::10\",\"port\":8080},\"tags\":{\"http.method\":\"GET\",\"http.path\":\"/nodes\"}}";
    }

    private static String hex() {
        return String.format("%016x", ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
