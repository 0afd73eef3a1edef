package io.dualsight.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The archive of the agent's classes that a JVM maps instead of reading them (class-data sharing): it halves what a
 * single report costs, and saves memory. A JVM of another version refuses it, and then it is made anew.
 */
final class ClassArchive {

    private static final long SECONDS = 120;

    private final Path java;
    private final Path options;
    private final Path jar;
    private final Path archive;

    /**
     * An archive.
     *
     * @param java that will use it
     * @param options file of flags that go with it
     * @param jar of the agent, at the path where it will be run
     * @param archive to make
     */
    ClassArchive(Path java, Path options, Path jar, Path archive) {
        this.java = java;
        this.options = options;
        this.jar = jar;
        this.archive = archive;
    }

    /**
     * Runs the agent once, noting the classes that it takes. What it says goes to this process's own streams.
     *
     * @param environment of the run
     * @param run the agent's words
     * @return its exit code
     */
    int train(Map<String, String> environment, String... run) throws IOException, InterruptedException {
        List<String> training = command("-Xshare:off", "-XX:DumpLoadedClassList=" + classes());
        training.addAll(List.of(run));
        return start(training, environment, ProcessBuilder.Redirect.INHERIT);
    }

    /** Makes the archive of the classes that were noted. */
    void make() throws IOException, InterruptedException {
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try {
            List<String> dump =
                    command("-Xshare:dump", "-XX:SharedClassListFile=" + classes(), "-XX:SharedArchiveFile=" + part);
            if (start(dump, Map.of(), ProcessBuilder.Redirect.DISCARD) != 0) {
                throw new UnreadableException(archive.toString(), "this Java cannot make it");
            }
            Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(classes());
            Files.deleteIfExists(part);
        }
    }

    /** Whether this process runs on an archive. */
    static boolean isInUse() {
        return System.getProperty("java.vm.info", "").contains("sharing");
    }

    private Path classes() {
        return archive.resolveSibling(archive.getFileName() + ".classes");
    }

    private List<String> command(String... flags) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "@" + options));
        command.addAll(List.of(flags));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static int start(List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output).redirectError(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("took longer than " + SECONDS + " s");
        } finally {
            process.destroyForcibly();
        }
    }
}
