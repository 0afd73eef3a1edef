package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleClientTests {

    @TempDir
    private Path folder;

    private FakeConsole console;

    @BeforeEach
    void start() throws IOException {
        console = FakeConsole.onLoopback();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private Delivery send() {
        return new ConsoleClient(target("dsa_token", null)).send(body("{\"node\":\"n1\"}"));
    }

    private Settings.Target target(@Nullable String token, @Nullable Path file) {
        return new Settings.Target(console.url(), token, file, null);
    }

    private static byte[] body(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void sendsAGzippedReportWithItsTokenToAnIpv6Literal() {
        assertThat(send()).isEqualTo(new Delivery(Delivery.Fate.TAKEN, "taken", 60L));

        assertThat(console.reports().get(0)).isEqualTo(Map.of("node", "n1"));
        assertThat(console.headers().get(0).getFirst("Authorization")).isEqualTo("Bearer dsa_token");
        assertThat(console.headers().get(0).getFirst("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | {"accepted":0,"duplicates":1,"rejected":[]}                               | TAKEN
        200 | {"accepted":0,"duplicates":0,"rejected":[{"index":0,"error":"node: x"}]} | REFUSED
        200 | <html>sign in to the network</html>                                       | LATER
        200 | {"accepted":0}                                                            | LATER
        204 |                                                                           | LATER
        400 | {"status":400,"title":"Not JSON"}                                         | REFUSED
        400 | <html>plain HTTP sent to an HTTPS port</html>                             | LATER
        401 | {"status":401}                                                            | UNTRUSTED
        403 | {"status":403,"detail":"not this cluster's"}                              | UNTRUSTED
        404 |                                                                           | LATER
        413 |                                                                           | REFUSED
        415 | {"status":415}                                                            | REFUSED
        422 | {"status":422,"detail":"node: A_B; expected a name"}                      | REFUSED
        429 | {"status":429}                                                            | LATER
        500 |                                                                           | LATER
        503 | {"status":503}                                                            | LATER
        """)
    void knowsWhatEachAnswerMeansForTheReport(int status, @Nullable String answer, Delivery.Fate fate) {
        console.answers(status, answer == null ? "" : answer, Map.of());

        assertThat(send().fate()).isEqualTo(fate);
    }

    @Test
    void saysWhyTheConsoleRefused() {
        console.answers(422, "{\"status\":422,\"detail\":\"node: A_B; expected a name\"}", Map.of());

        assertThat(send().said()).isEqualTo("HTTP 422: node: A_B; expected a name");
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "100000, 3600", "-5, 0", "soon, 0", "'Sun, 22 Nov 2026 10:00:30 GMT', 30"})
    void waitsAsLongAsItIsAskedTo(String header, long seconds) {
        console.answers(503, "", Map.of("Retry-After", header, "Date", "Sun, 22 Nov 2026 10:00:00 GMT"));

        Delivery delivery = send();

        assertThat(delivery.fate()).isEqualTo(Delivery.Fate.LATER);
        if (header.startsWith("Sun")) {
            // the server may put its own date there
            assertThat(delivery.waitSeconds()).isNotNull();
        } else {
            assertThat(delivery.waitSeconds()).isEqualTo(seconds);
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void takesItsTokenToNoOtherServer(int status) throws IOException {
        try (FakeConsole other = FakeConsole.onLoopback()) {
            console.answers(status, "", Map.of("Location", other.url() + "/api/v1/reports"));

            assertThat(send().fate()).isEqualTo(Delivery.Fate.LATER);
            assertThat(other.headers()).isEmpty();
        }
    }

    @Test
    void readsTheTokenFileAnewForEachReport() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        ConsoleClient client = new ConsoleClient(target(null, file));
        client.send(body("{}"));
        Files.writeString(file, "second\n");
        client.send(body("{}"));

        assertThat(console.headers())
                .extracting(each -> each.getFirst("Authorization"))
                .containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void sendsNothingWithoutTheTokenThatItWasTold() throws IOException {
        Path file = folder.resolve("token");
        ConsoleClient client = new ConsoleClient(target(null, file));

        assertThat(client.send(body("{}")).said()).isEqualTo("--token-file " + file + ": no such file");
        Files.writeString(file, " \n");
        assertThat(client.send(body("{}")).said()).isEqualTo("--token-file " + file + ": holds no token");
        assertThat(console.headers()).isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        URI url;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            url = URI.create("http://[::1]:" + free.getLocalPort());
        }

        assertThat(new ConsoleClient(new Settings.Target(url, "t", null, null)).send(body("{}")))
                .isEqualTo(Delivery.later("Connection refused"));
    }

    @Test
    void givesUpOnAServerThatDripsItsAnswer() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            Thread drip = new Thread(() -> drip(server));
            drip.setDaemon(true);
            drip.start();
            URI url = URI.create("http://[::1]:" + server.getLocalPort());
            long start = System.nanoTime();

            Delivery delivery = new ConsoleClient(new Settings.Target(url, "t", null, null), 700).send(body("{}"));

            assertThat(delivery.fate()).isEqualTo(Delivery.Fate.LATER);
            assertThat((System.nanoTime() - start) / 1_000_000).isBetween(600L, 5_000L);
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, which is what the test waits for
        }
    }
}
