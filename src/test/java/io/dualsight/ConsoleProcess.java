package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A console in a process of its own. */
final class ConsoleProcess {

    static final String[] AGENT = {"Authorization", "Bearer dsa_kill"};
    static final String[] PROGRAM = {"Authorization", "Bearer dsp_kill"};

    private static final Duration START = Duration.ofSeconds(90);

    final int port;
    private final Path log;
    private final Process process;

    ConsoleProcess(Path folder, String databaseUrl, String... more) throws IOException {
        port = freePort();
        log = folder.resolve("console-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.dualsight.DualsightApplication",
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl,
                "--dualsight.bootstrap.agent-token=dsa_kill",
                "--dualsight.bootstrap.api-token=dsp_kill",
                "--dualsight.admin.password=correct horse"));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Returns once it is ready. */
    ConsoleProcess await() throws InterruptedException {
        Instant deadline = Instant.now().plus(START);
        while (readiness() != 200) {
            assertThat(process.isAlive()).as("the console runs; see " + log).isTrue();
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return this;
    }

    /** The answer of the readiness probe; 0 where there is none. */
    int readiness() {
        try {
            return new Visitor(port).get("/actuator/health/readiness").statusCode();
        } catch (AssertionError e) {
            return 0;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM: it ends when it is done. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
