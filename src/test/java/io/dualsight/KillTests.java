package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console in a process of its own that is killed the moment after it has answered. */
class KillTests {

    @TempDir
    Path folder;

    private ConsoleProcess console;

    @AfterEach
    void stop() throws InterruptedException {
        console.kill();
    }

    @Test
    void losesNothingThatItSaidItTook() throws IOException, InterruptedException {
        start();
        String report = PathTests.report("V08", "kill");
        assertThat(new Visitor(console.port)
                        .post("/api/v1/reports", report, ConsoleProcess.AGENT)
                        .body())
                .contains("\"accepted\":1");
        console.kill();

        start();
        assertThat(new Visitor(console.port)
                        .get("/api/v1/nodes/kill/node-v08/reports", ConsoleProcess.PROGRAM)
                        .body())
                .contains("\"total\":1");
        assertThat(new Visitor(console.port)
                        .post("/api/v1/reports", report, ConsoleProcess.AGENT)
                        .body())
                .contains("\"duplicates\":1");
    }

    @Test
    void showsItsOwnHostWithinFifteenSecondsOfReadiness() throws IOException, InterruptedException {
        start("--dualsight.local-agent.enabled=true");
        Instant deadline = Instant.now().plusSeconds(15);
        String nodes = "";
        while (!nodes.contains("\"total\":1") && Instant.now().isBefore(deadline)) {
            nodes = new Visitor(console.port)
                    .get("/api/v1/nodes?cluster=local", ConsoleProcess.PROGRAM)
                    .body();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(nodes).contains("\"total\":1").contains("\"cluster\":\"local\"");
    }

    private void start(String... more) throws IOException, InterruptedException {
        String url = "jdbc:h2:file:" + folder.resolve("kill") + ";DB_CLOSE_ON_EXIT=FALSE";
        console = new ConsoleProcess(folder, url, more).await();
    }
}
