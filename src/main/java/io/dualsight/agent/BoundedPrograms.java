package io.dualsight.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs programs of fixed folders, or by their full path, each with a limit of time and of output, on the caller's thread alone. */
final class BoundedPrograms implements Programs {

    private static final List<String> FOLDERS =
            List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/local/bin");
    private static final int OUTPUT = 4 << 20;
    private static final int PIPE = 8192;

    private final List<String> folders;
    private final Duration limit;

    BoundedPrograms() {
        this(Duration.ofSeconds(5));
    }

    /** Programs that may take so long each. */
    BoundedPrograms(Duration limit) {
        this(FOLDERS, limit);
    }

    BoundedPrograms(List<String> folders, Duration limit) {
        this.folders = folders;
        this.limit = limit;
    }

    @Override
    public String output(String... command) throws IOException {
        Process process = start(command);
        try {
            String output = read(process, command[0]);
            if (process.exitValue() != 0) {
                throw new UnreadableException(command[0], "ended with exit code " + process.exitValue());
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String... command) throws IOException {
        String[] found = command.clone();
        found[0] = find(command[0]);
        ProcessBuilder builder = new ProcessBuilder(found).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // the agent's token is in its environment and is nobody else's business
        environment.clear();
        environment.putAll(Map.of("LC_ALL", "C", "TZ", "UTC", "PATH", String.join(":", FOLDERS)));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UnreadableException(command[0], "cannot be started");
        }
    }

    private String find(String name) throws IOException {
        if (name.startsWith("/")) {
            return name;
        }
        for (String folder : folders) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new UnreadableException(name, "no such program");
    }

    /** Polls the pipe: a blocking read could not be given up, and a thread to do so would stay. */
    private String read(Process process, String name) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        InputStream pipe = process.getInputStream();
        byte[] buffer = new byte[PIPE];
        long start = System.nanoTime();
        while (true) {
            boolean ended = !process.isAlive();
            int ready = pipe.available();
            if (ready > 0) {
                output.write(buffer, 0, pipe.read(buffer, 0, Math.min(ready, PIPE)));
                if (output.size() > OUTPUT) {
                    throw new UnreadableException(name, "printed more than " + OUTPUT + " bytes");
                }
            } else if (ended) {
                return output.toString(StandardCharsets.UTF_8);
            } else if (System.nanoTime() - start > limit.toNanos()) {
                throw new UnreadableException(name, "took longer than " + limit.toMillis() + " ms");
            } else {
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
