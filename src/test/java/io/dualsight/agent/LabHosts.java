package io.dualsight.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The hosts of the lab script, under names of one test's own, so that several can stand beside each other. */
final class LabHosts {

    private static final Path SCRIPT = Path.of(System.getProperty("dualsight.lab", "../shared/lab/netns.sh"));

    private final String prefix;
    private boolean up;

    LabHosts(String prefix) {
        this.prefix = prefix;
    }

    /** Makes all hosts; says what is missing where that is not possible here, and nothing where it is. */
    String raise() throws IOException, InterruptedException {
        if (!Files.isReadable(SCRIPT)) {
            return "skipped: the lab script is not here: " + SCRIPT + " (-Ddualsight.lab=FILE)";
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return "skipped: network namespaces need root";
        }
        lab("down");
        String told = lab("up");
        up = told.isEmpty();
        return up ? "" : "skipped: the lab cannot be raised here: " + told;
    }

    void takeDown() throws IOException, InterruptedException {
        if (up) {
            lab("down");
        }
    }

    /** Runs the script and gives what it prints. */
    String lab(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KT_PREFIX", prefix);
        Process process = builder.start();
        process.getOutputStream().close();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the lab script does not end: " + command);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /** Runs the agent in a host. */
    String agent(String host, String... words) throws IOException, InterruptedException {
        String classes = AgentMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        List<String> command = new ArrayList<>(List.of(
                "run",
                host,
                System.getProperty("java.home") + "/bin/java",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                AgentMain.class.getName()));
        command.addAll(List.of(words));
        return lab(command.toArray(String[]::new));
    }
}
