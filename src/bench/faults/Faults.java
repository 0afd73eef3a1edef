import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Breaks what a console stands on, one thing after the other, and says what it did: nothing that it acknowledged may be
 * lost, each fault has a clear message, and it recovers without a hand. Needs the console's jar and a small disk to fill:
 *
 *     mkdir /tmp/small && mount -t tmpfs -o size=48m tmpfs /tmp/small
 *     java src/bench/faults/Faults.java target/dualsight-0.1.0.jar /tmp/small [PORT]
 */
public class Faults {
    private static final String AGENT = "dsa_faults";
    private static final String PROGRAM = "dsp_faults";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> results = new LinkedHashMap<>();
    private final Path jar;
    private final Path disk;
    private final int port;
    private Process console;
    private long acknowledged;

    Faults(Path jar, Path disk, int port) {
        this.jar = jar;
        this.disk = disk;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 2 ? Integer.parseInt(args[2]) : 8170;
        Faults faults = new Faults(Path.of(args[0]), Path.of(args[1]), port);
        try {
            faults.run();
        } finally {
            faults.stop(true);
            faults.results.forEach((fault, result) -> System.out.printf("| %s | %s |%n", fault, result));
        }
    }

    private void run() throws Exception {
        databaseAwayAtTheStart();
        start();
        clockAhead();
        killed();
        diskFull();
        slowClients();
        idleConnections();
        check("stored in the end", stored() == acknowledged, acknowledged + " acknowledged, " + stored() + " stored");
    }

    private void databaseAwayAtTheStart() throws Exception {
        Path log = disk.resolve("away.log");
        Process process = new ProcessBuilder(
                        "java", "-jar", jar.toString(), "--server.port=" + port,
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--spring.datasource.hikari.initialization-fail-timeout=1")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.waitFor();
        String said = Files.readString(log);
        boolean clear = said.contains("APPLICATION FAILED TO START") || said.contains("database");
        check("database away at the start", process.exitValue() != 0 && clear, "exit " + process.exitValue() + ": "
                + said.lines().filter(line -> line.toLowerCase().contains("database")).reduce((a, b) -> b).orElse("?"));
        Files.delete(log);
    }

    private void clockAhead() throws Exception {
        HttpResponse<String> answer = post(report("clock", Instant.now().plusSeconds(660)));
        check("a node's clock 11 minutes ahead", answer.statusCode() == 422, answer.statusCode() + " " + cut(answer.body()));
    }

    /** As the kernel's out-of-memory killer does it: no warning, in the middle of the work. */
    private void killed() throws Exception {
        Thread killer = new Thread(() -> {
            sleep(1500);
            console.destroyForcibly();
        });
        killer.start();
        try {
            for (int i = 0; i < 100_000 && killer.isAlive(); i++) {
                send("killed-" + i % 50);
            }
        } catch (IOException e) {
            // The one in flight was not acknowledged.
        }
        killer.join();
        console.waitFor();
        long start = System.nanoTime();
        start();
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        check("killed in the middle (OOM killer)", stored() >= acknowledged,
                acknowledged + " acknowledged, " + stored() + " stored, up again in " + seconds + " s without a hand");
        acknowledged = stored();
    }

    private void diskFull() throws Exception {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[64 << 10];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // Full.
        }
        int refused = 0;
        String last = "";
        for (int i = 0; i < 3000 && refused < 3; i++) {
            HttpResponse<String> answer = send("full-" + i);
            if (answer.statusCode() != 200) {
                refused++;
                last = answer.statusCode() + " " + cut(answer.body());
            }
        }
        Files.delete(filler);
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int again = 0;
        while (again != 200 && System.nanoTime() < until) {
            sleep(1000);
            again = send("free-again").statusCode();
        }
        boolean alive = console.isAlive();
        if (again != 200) {
            stop(false);
            start();
            last += "; needed a restart";
        }
        check("disk full, then free again", again == 200 && stored() >= acknowledged,
                "full: " + last + "; free: " + again + (alive ? "" : ", process died"));
        acknowledged = Math.max(acknowledged, stored());
    }

    /** 300 that send a form one byte at a time: a worker thread each, where there are no virtual ones. */
    private void slowClients() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Socket socket = open();
            write(socket, "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 1000\r\n\r\nu");
            slow.add(socket);
        }
        long worst = 0;
        for (int i = 0; i < 10; i++) {
            worst = Math.max(worst, millis("/login"));
            for (Socket socket : slow) {
                write(socket, "x");
            }
            sleep(500);
        }
        close(slow);
        check("300 slow clients (a byte each half second)", worst < 2000, "worst page " + worst + " ms");
    }

    private void idleConnections() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 10_000; i++) {
                idle.add(open());
            }
        } catch (IOException e) {
            System.out.println("only " + idle.size() + " connections: " + e.getMessage());
        }
        long worst = 0;
        for (int i = 0; i < 10; i++) {
            worst = Math.max(worst, millis("/login"));
        }
        int count = idle.size();
        sleep(12_000);
        long closed = idle.stream().filter(Faults::isClosed).count();
        close(idle);
        check("10,000 idle connections", worst < 2000 && count == 10_000,
                count + " open, worst page " + worst + " ms; after 12 s the console has closed " + closed);
    }

    private void start() throws Exception {
        console = new ProcessBuilder(
                        "java", "-Xmx256m", "-jar", jar.toString(), "--server.port=" + port,
                        "--spring.datasource.url=jdbc:h2:file:" + disk.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE",
                        "--dualsight.local-agent.enabled=false", "--dualsight.admin.password=correct horse",
                        "--dualsight.bootstrap.agent-token=" + AGENT, "--dualsight.bootstrap.cluster=edge",
                        "--dualsight.bootstrap.api-token=" + PROGRAM, "--dualsight.ingest.requests-per-minute=1000000")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("/tmp/faults-console.log").toFile())
                .start();
        for (int i = 0; i < 240; i++) {
            sleep(500);
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
        }
        throw new IllegalStateException("the console does not start; see /tmp/faults-console.log");
    }

    private void stop(boolean kill) throws InterruptedException {
        if (console != null) {
            if (kill) {
                console.destroyForcibly();
            } else {
                console.destroy();
            }
            console.waitFor();
        }
    }

    private HttpResponse<String> send(String node) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(report(node, Instant.now()));
        if (answer.statusCode() == 200 && answer.body().contains("\"accepted\":1")) {
            acknowledged++;
        }
        return answer;
    }

    private long stored() throws IOException, InterruptedException {
        long sum = 0;
        String csv = get("/api/v1/exports/reports.csv?from=now-24h").body();
        if (csv.startsWith("cluster,")) {
            return csv.lines().count() - 1;
        }
        String list = get("/api/v1/nodes?limit=500").body();
        for (String node : list.split("\"node\":\"")) {
            String name = node.replaceAll("\".*", "");
            if (name.matches("[a-z0-9-]+")) {
                sum += get("/api/v1/nodes/edge/" + name + "/reports?limit=500").body().split("\"reportId\"").length - 1;
            }
        }
        return sum;
    }

    private String report(String node, Instant at) {
        return "{\"schemaVersion\":1,\"reportId\":\"" + UUID.randomUUID() + "\",\"cluster\":\"edge\",\"node\":\"" + node
                + "\",\"collectedAt\":\"" + at + "\",\"hostsFile\":[\"127.0.0.1 localhost " + UUID.randomUUID() + "\"]}";
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                request("/api/v1/reports", AGENT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path, PROGRAM).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private long millis(String path) throws InterruptedException {
        long start = System.nanoTime();
        try {
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            return 30_000;
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        return socket;
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return !(e instanceof java.net.SocketTimeoutException);
        }
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The console gave up on it, as it should.
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 160));
    }

    private void check(String fault, boolean good, String seen) {
        results.put(fault, (good ? "holds" : "DOES NOT HOLD") + " | " + seen);
        System.out.println(fault + ": " + results.get(fault));
    }
}
