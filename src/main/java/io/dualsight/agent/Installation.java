package io.dualsight.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Where the parts of an installed agent are, as the units in {@code src/main/packaging/agent} have it.
 *
 * @param root folder of the host's files
 */
record Installation(Path root) {

    private static final String HOME = "usr/local/lib/dualsight";

    /** Of the host that this runs on. */
    static Installation here() {
        return new Installation(Path.of("/"));
    }

    boolean isHere() {
        return root.getNameCount() == 0;
    }

    Path jar() {
        return root.resolve(HOME).resolve("agent.jar");
    }

    /** Flags of the JVM. */
    Path options() {
        return root.resolve(HOME).resolve("java.options");
    }

    /** Settings as environment variables. */
    Path settings() {
        return root.resolve("etc/dualsight/agent.env");
    }

    /** The token, for root's eyes only. */
    Path token() {
        return root.resolve("etc/dualsight/token");
    }

    Path archive() {
        return root.resolve("var/lib/dualsight/agent.jsa");
    }

    /** Where unsent reports wait. */
    Path spool() {
        return root.resolve("var/lib/dualsight/spool");
    }

    Path unit(String name) {
        return root.resolve("etc/systemd/system").resolve(name);
    }

    /** The archive of classes for that Java. */
    ClassArchive archive(Path javaHome) {
        return new ClassArchive(javaHome.resolve("bin/java"), options(), jar(), archive());
    }

    /** Writes a file for all to read, whole or not at all. */
    static void publish(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-r--r--");
    }

    /** Writes a file for its owner alone, whole or not at all. */
    static void hide(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-------");
    }

    private static void write(Path file, byte[] bytes, String mode) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        FileAttribute<Set<PosixFilePermission>> permissions =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.deleteIfExists(part);
            Files.createFile(part, permissions);
            Files.write(part, bytes);
            // the process's own mask may have taken away what others need
            Files.setPosixFilePermissions(part, permissions.value());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UnreadableException.of("cannot write " + file, e);
        }
    }
}
