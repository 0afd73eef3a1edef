package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agent's spool after a crash of its host: half a file, and one that was never finished. */
final class AgentFaults {
    private static final int REPORTS = 4;

    private final FaultTable table;
    private final Path folder;
    private final Console console;
    private final Path spool;

    AgentFaults(FaultTable table, Path folder, Console console) {
        this.table = table;
        this.folder = folder;
        this.console = console;
        this.spool = folder.resolve("spool");
    }

    void run() throws IOException, InterruptedException {
        // Nobody listens at port 1: all of these wait in the spool.
        for (int i = 0; i < REPORTS; i++) {
            agent("http://127.0.0.1:1", "--once").waitFor();
        }
        List<Path> waiting = spooled();
        byte[] whole = Files.readAllBytes(waiting.get(1));
        Files.write(waiting.get(1), Arrays.copyOf(whole, whole.length / 2));
        Files.write(waiting.get(0), new byte[0]);
        Files.write(spool.resolve("000000000000001-killed.json.gz.part"), new byte[10]);
        Instant begun = Instant.now();
        Process agent = agent("http://127.0.0.1:" + console.port, "--interval", "2s");
        int good = REPORTS - 2;
        while (!spooled().isEmpty() && Instant.now().isBefore(begun.plusSeconds(90))) {
            Thread.sleep(200);
        }
        Thread.sleep(2500);
        agent.destroy();
        agent.waitFor();
        String said = Files.readString(log())
                .lines()
                .filter(line -> line.contains("damaged") || line.contains("broken"))
                .map(line -> line.replace("dualsight-agent: ", ""))
                .collect(Collectors.joining("; "));
        table.add(new FaultTable.Row(
                "half-written spool of an agent",
                waiting.size() == REPORTS
                        && stored() > good
                        && spooled().isEmpty()
                        && said.contains("damaged")
                        && said.contains("broken"),
                stored() + " reports stored: the whole ones of " + REPORTS + " that waited, and new ones",
                "agent: " + FaultBench.cut(said),
                "0 of the damaged were acknowledged",
                "by itself, the spool is empty after "
                        + Duration.between(begun, Instant.now()).toSeconds() + " s"));
    }

    private long stored() {
        return new Visitor(console.port)
                .get("/api/v1/exports/reports.csv?cluster=spool&from=now-1h", Console.PROGRAM)
                .body()
                .lines()
                .skip(1)
                .count();
    }

    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList();
        }
    }

    private Path log() {
        return folder.resolve("agent.log");
    }

    private Process agent(String server, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Console.agentJar(),
                "run",
                "--server",
                server,
                "--cluster",
                "spool",
                "--node",
                "spooled",
                "--token",
                Console.AGENT,
                "--spool",
                spool.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }
}
