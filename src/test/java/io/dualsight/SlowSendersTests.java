package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever sends a byte now and then keeps nobody else waiting, and is answered when the whole has come. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slow",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=correct horse",
            "dualsight.bootstrap.agent-token=dsa_slow",
            // What Java has without virtual threads, on every Java.
            "spring.threads.virtual.enabled=false"
        })
class SlowSendersTests {
    private static final int MANY = 2 * Turnstile.PLACES;

    @LocalServerPort
    int port;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    @Timeout(30)
    void answersOthersWhileManySendAFormByteByByte() throws IOException, InterruptedException {
        for (int i = 0; i < MANY; i++) {
            send("POST /login", "application/x-www-form-urlencoded", "", "username=admin&password=", 1000);
        }
        answersOthers();
    }

    @Test
    @Timeout(30)
    void answersOthersWhileManySendAReportByteByByte() throws IOException, InterruptedException {
        for (int i = 0; i < MANY; i++) {
            send("POST /api/v1/reports", "application/json", "Authorization: Bearer dsa_slow\r\n", "{\"schema", 1000);
        }
        answersOthers();
    }

    @Test
    @Timeout(30)
    void readsAFormThatComesInPiecesAsItWasWritten() throws IOException {
        Visitor visitor = new Visitor(port);
        String form = "username=admin&password=correct+horse&_csrf=" + visitor.csrf();
        String cookie = "Cookie: dualsight-csrf=" + visitor.cookie("dualsight-csrf") + "\r\n";
        Socket slow =
                send("POST /login", "application/x-www-form-urlencoded", cookie, form.substring(0, 20), form.length());
        assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
        write(slow, form.substring(20));
        assertThat(answer(slow)).startsWith("HTTP/1.1 302").contains("Set-Cookie: dualsight=");
    }

    @Test
    @Timeout(30)
    void refusesFormsThatNoPageWrites() throws IOException {
        String type = "application/x-www-form-urlencoded";
        assertThat(answer(send("POST /login", type, "", "a=%zz", 5))).startsWith("HTTP/1.1 400");
        String fields = "a&".repeat(PatientRequest.MOST_FIELDS + 1);
        assertThat(answer(send("POST /login", type, "", fields, fields.length())))
                .startsWith("HTTP/1.1 413");
        String enough = "a&".repeat(PatientRequest.MOST_FIELDS);
        assertThat(answer(send("POST /login", type, "", enough, enough.length())))
                .startsWith("HTTP/1.1 302");
        String large = "a=" + "x".repeat(PatientRequest.LONGEST_FORM);
        assertThat(answer(send("POST /login", type, "", large, large.length()))).startsWith("HTTP/1.1 413");
    }

    private void answersOthers() throws InterruptedException {
        // All of them are being read by now.
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(new Visitor(port).get("/login").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).signIn("admin", "correct horse").statusCode())
                .isEqualTo(302);
    }

    private Socket send(String request, String type, String headers, String body, int length) throws IOException {
        Socket socket = new Socket("localhost", port);
        sockets.add(socket);
        write(
                socket,
                request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "Content-Type: " + type
                        + "\r\nContent-Length: " + length + "\r\n\r\n" + body);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
