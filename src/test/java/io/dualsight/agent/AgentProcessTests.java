package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own, with the flags that it is shipped with. */
class AgentProcessTests {

    private static final String OPTIONS = "@src/main/packaging/agent/java.options";

    /** An answer that asks for no interval. */
    private static final String TAKEN = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";

    @TempDir
    private Path folder;

    private Process agent(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                OPTIONS,
                "-jar",
                System.getProperty("dualsight.agent.jar")));
        command.addAll(List.of(words));
        command.addAll(List.of("--token", "dsa_x", "--cluster", "c1", "--node", "n1"));
        command.addAll(List.of(
                "--host-root", new NodeTree(folder.resolve("node")).root().toString()));
        command.addAll(List.of("--spool", spool().toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Path spool() {
        return folder.resolve("spool");
    }

    private static String nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return "http://[::1]:" + free.getLocalPort();
        }
    }

    private Set<String> spooled() throws IOException {
        if (!Files.exists(spool())) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(spool())) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".json.gz"))
                    .map(each -> each.substring(16, 52))
                    .collect(Collectors.toSet());
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private boolean holds(int count) {
        try {
            return spooled().size() >= count;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> ids(FakeConsole console) {
        return console.reports().stream()
                .map(each -> String.valueOf(each.get("reportId")))
                .toList();
    }

    @Test
    void losesNothingOfItsSpoolWhenItIsKilled() throws IOException, InterruptedException {
        Process first = agent("run", "--server", nobody(), "--interval", "1s");
        await(() -> holds(3));
        first.destroyForcibly().waitFor();
        Set<String> waiting = spooled();

        try (FakeConsole console = FakeConsole.onLoopback()) {
            console.answers(200, TAKEN, Map.of());
            Process second = agent("run", "--server", console.url().toString(), "--interval", "1s");
            await(() -> new HashSet<>(ids(console)).containsAll(waiting));
            second.destroyForcibly().waitFor();

            assertThat(waiting).hasSizeGreaterThanOrEqualTo(3);
            assertThat(ids(console)).doesNotHaveDuplicates();
        }
    }

    @Test
    void stopsAtOnceWhenItIsToldTo() throws IOException, InterruptedException {
        try (FakeConsole console = FakeConsole.onLoopback()) {
            Process agent = agent("run", "--server", console.url().toString(), "--interval", "1s");
            await(() -> !console.reports().isEmpty());
            agent.destroy();

            assertThat(agent.waitFor(2, TimeUnit.SECONDS)).isTrue();
            assertThat(agent.exitValue()).isIn(0, 143);
        }
    }

    @Test
    void bringsAlongOneThatWaitedWhenATimerStartsIt() throws IOException, InterruptedException {
        String away = nobody();
        for (int i = 0; i < 3; i++) {
            assertThat(agent("run", "--once", "--server", away).waitFor()).isEqualTo(1);
        }
        Set<String> waiting = spooled();

        try (FakeConsole console = FakeConsole.onLoopback()) {
            console.answers(200, TAKEN, Map.of());
            for (int i = 0; i < 3; i++) {
                assertThat(agent("run", "--once", "--server", console.url().toString())
                                .waitFor())
                        .isZero();
                assertThat(console.reports()).hasSize(2 * (i + 1));
            }

            assertThat(ids(console)).doesNotHaveDuplicates().containsAll(waiting);
            assertThat(waiting).hasSize(3);
        }
    }

    @Test
    void leavesTheConsoleAloneForAsLongAsItAskedWhenATimerStartsIt() throws IOException, InterruptedException {
        try (FakeConsole console = FakeConsole.onLoopback()) {
            console.answers(503, "", Map.of("Retry-After", "600"));
            String url = console.url().toString();
            assertThat(agent("run", "--once", "--server", url).waitFor()).isEqualTo(1);
            assertThat(agent("run", "--once", "--server", url).waitFor()).isZero();
            assertThat(console.reports()).hasSize(1);

            // whoever asks for a report by hand gets one
            assertThat(agent("report", "--once", "--server", url).waitFor()).isEqualTo(1);
            assertThat(console.reports()).hasSize(2);
        }
    }

    @Test
    void staysWithinItsHeapOnANodeThatHasTooMuchOfEverything() throws IOException, InterruptedException {
        Path root = Files.createDirectory(folder.resolve("crowded"));
        CrowdedNode.prepare(root);
        Process crowded = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        OPTIONS,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrowdedNode.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(crowded.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).startsWith("12 reports");
        assertThat(crowded.waitFor()).isZero();
    }
}
