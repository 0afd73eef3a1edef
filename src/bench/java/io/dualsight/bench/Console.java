package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built console in a process of its own. */
final class Console implements AutoCloseable {

    static final String AGENT = "dsa_bench";
    static final String[] PROGRAM = {"Authorization", "Bearer dsp_bench"};
    static final String PASSWORD = "correct horse";

    private static final Duration START = Duration.ofMinutes(3);

    private final List<String> command;
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;
    final int port;

    Console(Path folder, String databaseUrl, String... more) throws IOException {
        this(folder, databaseUrl, List.of(), more);
    }

    /** With more options of its JVM. */
    Console(Path folder, String databaseUrl, List<String> jvm, String... more) throws IOException {
        port = freePort();
        log = folder.resolve("console-" + port + ".log");
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@src/main/packaging/console/java.options",
                "-Xmx1g"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-jar",
                jar(),
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl,
                "--dualsight.local-agent.enabled=false",
                "--dualsight.admin.password=" + PASSWORD,
                "--dualsight.bootstrap.agent-token=" + AGENT,
                "--dualsight.bootstrap.api-token=dsp_bench"));
        command.addAll(Arrays.asList(more));
    }

    private static String jar() throws IOException {
        return jar("dualsight-[0-9.]+\\.jar");
    }

    static String agentJar() throws IOException {
        return jar("dualsight-[0-9.]+-agent\\.jar");
    }

    private static String jar(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in target; run mvn package"))
                    .toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Sets a variable of its environment from the next start on. */
    void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Returns once it is ready, with the seconds that it took. */
    double start() throws IOException, InterruptedException {
        launch();
        return await();
    }

    /** Returns at once. */
    void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Returns once it is ready, with the seconds that this took. */
    double await() throws IOException, InterruptedException {
        Instant begun = Instant.now();
        Visitor probe = new Visitor(port);
        while (!isReady(probe)) {
            if (!process.isAlive() || Instant.now().isAfter(begun.plus(START))) {
                throw new IOException("the console did not start; see " + log);
            }
            Thread.sleep(20);
        }
        return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    }

    private static boolean isReady(Visitor probe) {
        try {
            return probe.get("/actuator/health/readiness").statusCode() == 200;
        } catch (AssertionError e) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last line of its log that contains this, without what stands before; empty where none does. */
    String said(String text) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(text))
                .reduce((first, last) -> last)
                .map(line -> line.substring(line.indexOf(text)))
                .orElse("");
    }

    /** Where its agents send their reports. */
    Wire.Target target() {
        return Wire.Target.console(port);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Processor time that it has used so far, in seconds: what a busy machine does not change. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Used heap after a full collection, in MiB. */
    double liveHeap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return meter("jvm_memory_used_bytes{area=\"heap\"") / 1024 / 1024;
    }

    /** The sum of the samples that start so. */
    double meter(String start) {
        Matcher samples = Pattern.compile("(?m)^" + Pattern.quote(start) + "\\S*.* (\\S+)$")
                .matcher(new Visitor(port).get("/actuator/prometheus", PROGRAM).body());
        double sum = 0;
        while (samples.find()) {
            sum += Double.parseDouble(samples.group(1));
        }
        return sum;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }
}
