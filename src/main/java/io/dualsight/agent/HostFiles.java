package io.dualsight.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The node's files by their paths on the node, wherever its file system is mounted.
 *
 * <p>Symbolic links are followed inside the mounted root: in a container an absolute link such as
 * {@code /etc/resolv.conf -> /run/systemd/resolve/stub-resolv.conf} must not lead to the container's own file. Where
 * the root has no {@code /proc}, the agent's own is read: on the host's network both show the same.
 */
final class HostFiles {

    /** Bytes of a file that is read whole; configuration and proc files are far smaller. */
    static final int WHOLE = 1 << 20;
    /** Bytes of a file that is read line by line: room for some 200,000 routes. */
    private static final long LINES = 32L << 20;

    private static final int LINE = 1000;
    private static final int ENTRIES = 10_000;
    private static final int LINKS = 40;

    private final Path root;
    private final boolean ownProc;

    HostFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.ownProc = !Files.isDirectory(this.root.resolve("proc/net"), LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(this.root.resolve("proc/net"));
    }

    /**
     * Whether the files are those of the running kernel, so that what programs and the JDK say is about the same host.
     * A copied tree has no {@code /proc/self}.
     */
    boolean live() {
        return ownProc || Files.exists(root.resolve("proc/self/stat"));
    }

    /** Where the file of that path on the node is, links resolved inside the root. */
    Path at(String path) throws IOException {
        if (isRoot() || ownProc && path.startsWith("/proc/")) {
            return Path.of(path);
        }
        Deque<String> ahead = new ArrayDeque<>(names(Path.of(path)));
        Path at = root;
        int links = 0;
        while (!ahead.isEmpty()) {
            String name = ahead.pop();
            Path next = name.equals("..") ? above(at) : at.resolve(name);
            // what procfs links to (self/net) exists for the reader alone and cannot leave the root
            if (Files.isSymbolicLink(next) && !next.startsWith(root.resolve("proc"))) {
                if (++links > LINKS) {
                    throw new UnreadableException(path, "too many symbolic links");
                }
                Path target = Files.readSymbolicLink(next);
                at = target.isAbsolute() ? root : at;
                List<String> names = names(target);
                for (int i = names.size() - 1; i >= 0; i--) {
                    ahead.push(names.get(i));
                }
            } else {
                at = next;
            }
        }
        return at;
    }

    private Path above(Path path) {
        Path parent = path.getParent();
        return parent == null || path.equals(root) ? root : parent;
    }

    private static List<String> names(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(each -> {
            if (!each.toString().isEmpty() && !each.toString().equals(".")) {
                names.add(each.toString());
            }
        });
        return names;
    }

    private boolean isRoot() {
        return root.getNameCount() == 0;
    }

    /** Whether the host's files are below a folder, so that programs must be told where. */
    boolean isMounted() {
        return !isRoot();
    }

    boolean exists(String path) {
        try {
            return Files.exists(at(path));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a symbolic link is there, wherever it leads. */
    boolean isLink(String path) {
        try {
            return Files.isSymbolicLink(unfollowed(path));
        } catch (IOException e) {
            return false;
        }
    }

    /** What a symbolic link says. */
    String linkTarget(String path) throws IOException {
        try {
            return Files.readSymbolicLink(unfollowed(path)).toString();
        } catch (IOException e) {
            throw UnreadableException.of(path, e);
        }
    }

    /** When a file or link itself was last written. */
    Instant changedAt(String path) throws IOException {
        try {
            return Files.getLastModifiedTime(unfollowed(path), LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
        } catch (IOException e) {
            throw UnreadableException.of(path, e);
        }
    }

    private Path unfollowed(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        return at(path.substring(0, slash)).resolve(path.substring(slash + 1));
    }

    /** The file as text; bytes that are no UTF-8 become U+FFFD. */
    String text(String path) throws IOException {
        try (InputStream in = Files.newInputStream(at(path))) {
            byte[] bytes = in.readNBytes(WHOLE + 1);
            if (bytes.length > WHOLE) {
                throw new UnreadableException(path, "longer than " + WHOLE + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw UnreadableException.of(path, e);
        }
    }

    /** The file's text without blanks around it, as for files of one value. */
    String value(String path) throws IOException {
        return text(path).strip();
    }

    /** Hands over each line, so that a table of any length takes no memory. */
    void lines(String path, Consumer<String> each) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Files.newInputStream(at(path)), StandardCharsets.ISO_8859_1))) {
            long read = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                read += line.length();
                if (read > LINES) {
                    throw new UnreadableException(path, "longer than " + LINES + " bytes");
                }
                each.accept(line);
            }
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw UnreadableException.of(path, e);
        }
    }

    /** The first line of a file of any length; empty where there is none. */
    String firstLine(String path) throws IOException {
        try (InputStream in = Files.newInputStream(at(path))) {
            String start = new String(in.readNBytes(LINE), StandardCharsets.UTF_8);
            return start.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw UnreadableException.of(path, e);
        }
    }

    /** The names in a folder in byte order, which is how Go's {@code os.ReadDir} lists them. */
    List<String> list(String path) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(path))) {
            for (Path entry : entries) {
                if (names.size() == ENTRIES) {
                    throw new UnreadableException(path, "more than " + ENTRIES + " entries");
                }
                names.add(entry.getFileName().toString());
            }
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw UnreadableException.of(path, e);
        }
        names.sort(null);
        return names;
    }
}
