package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console in a process of its own that is killed the moment after it has answered. */
class KillTests {

    private static final Duration START = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Process console;

    @AfterEach
    void stop() throws InterruptedException {
        kill();
    }

    @Test
    void losesNothingThatItSaidItTook() throws IOException, InterruptedException {
        int port = start();
        String report = PathTests.report("V08", "kill");
        assertThat(new Visitor(port)
                        .post("/api/v1/reports", report, "Authorization", "Bearer dsa_kill")
                        .body())
                .contains("\"accepted\":1");
        kill();

        int again = start();
        assertThat(new Visitor(again)
                        .get("/api/v1/nodes/kill/node-v08/reports", "Authorization", "Bearer dsp_kill")
                        .body())
                .contains("\"total\":1");
        assertThat(new Visitor(again)
                        .post("/api/v1/reports", report, "Authorization", "Bearer dsa_kill")
                        .body())
                .contains("\"duplicates\":1");
    }

    @Test
    void showsItsOwnHostWithinFifteenSecondsOfReadiness() throws IOException, InterruptedException {
        int port = start("--dualsight.local-agent.enabled=true");
        Instant deadline = Instant.now().plusSeconds(15);
        String nodes = "";
        while (!nodes.contains("\"total\":1") && Instant.now().isBefore(deadline)) {
            nodes = new Visitor(port)
                    .get("/api/v1/nodes?cluster=local", "Authorization", "Bearer dsp_kill")
                    .body();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(nodes).contains("\"total\":1").contains("\"cluster\":\"local\"");
    }

    private int start(String... more) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.dualsight.DualsightApplication",
                "--server.port=" + port,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("kill") + ";DB_CLOSE_ON_EXIT=FALSE",
                "--dualsight.bootstrap.agent-token=dsa_kill",
                "--dualsight.bootstrap.api-token=dsp_kill",
                "--dualsight.admin.password=correct horse"));
        command.addAll(List.of(more));
        console = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        await(port);
        return port;
    }

    private void await(int port) throws InterruptedException {
        Instant deadline = Instant.now().plus(START);
        while (!isReady(port)) {
            assertThat(console.isAlive()).as("the console runs; see " + folder).isTrue();
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean isReady(int port) {
        try {
            return new Visitor(port).get("/actuator/health/readiness").statusCode() == 200;
        } catch (AssertionError e) {
            return false;
        }
    }

    private void kill() throws InterruptedException {
        if (console != null) {
            console.destroyForcibly();
            assertThat(console.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
