package io.dualsight.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reports that wait to be sent, as files of a folder, oldest first. Its size is bounded: the oldest give way and are
 * counted. A file appears whole or not at all, and survives the end of the process however that comes about. Where
 * there is no folder, or nothing can be written to it, the newest report alone waits in memory.
 */
final class Spool {

    private static final String END = ".json.gz";
    private static final String UNFINISHED = ".part";
    private static final int GZIP = 0x1f;

    /**
     * A report that waits.
     *
     * @param name sorts by when the report was made
     * @param body gzipped JSON
     */
    record Waiting(String name, byte[] body) {}

    private final @Nullable Path folder;
    private final long bound;
    private final Notices notices;
    /** Names and sizes of the files, so that nobody lists the folder to know whether something waits. */
    private final TreeMap<String, Long> files = new TreeMap<>();

    private @Nullable Waiting inMemory;
    private long dropped;

    /**
     * A spool that goes on with what an earlier process left.
     *
     * @param folder used by one process at a time; absent: in memory alone
     * @param bound bytes of all files
     */
    Spool(@Nullable Path folder, long bound, Notices notices) {
        this.folder = folder;
        this.bound = bound;
        this.notices = notices;
        if (folder != null && Files.isDirectory(folder)) {
            find(folder);
        }
    }

    private void find(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*{" + END + "," + UNFINISHED + "}")) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.endsWith(UNFINISHED)) {
                    // left by a process that was killed while it wrote
                    Files.deleteIfExists(entry);
                } else {
                    files.put(name, Files.size(entry));
                }
            }
        } catch (IOException e) {
            notices.say(
                    "spool",
                    "cannot read the spool "
                            + UnreadableException.of(folder.toString(), e).getMessage());
        }
    }

    /** A name for a report made at that time, unique by its id. */
    static String name(long millis, Object reportId) {
        String digits = String.valueOf(millis);
        return "0".repeat(Math.max(0, 15 - digits.length())) + digits + "-" + reportId + END;
    }

    void add(Waiting report) {
        if (folder == null) {
            keepInMemory(report);
            return;
        }
        try {
            Files.createDirectories(folder);
            makeRoom(report.body().length);
            write(folder, report);
            files.put(report.name(), (long) report.body().length);
            notices.settle("spool", "the spool can be written again");
        } catch (IOException e) {
            notices.say(
                    "spool",
                    "cannot keep reports in the spool "
                            + UnreadableException.of(folder.toString(), e).getMessage());
            keepInMemory(report);
        }
    }

    private void keepInMemory(Waiting report) {
        dropped += inMemory == null ? 0 : 1;
        inMemory = report;
    }

    private static void write(Path folder, Waiting report) throws IOException {
        Path part = folder.resolve(report.name() + UNFINISHED);
        try {
            Files.write(part, report.body());
            Files.move(part, folder.resolve(report.name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void makeRoom(long needed) throws IOException {
        if (needed > bound) {
            throw new IOException("a report of " + needed + " bytes is larger than the room for all");
        }
        long used = files.values().stream().mapToLong(Long::longValue).sum();
        while (used + needed > bound) {
            used -= files.firstEntry().getValue();
            drop(files.firstKey(), "the spool is full: the oldest reports are dropped");
        }
    }

    private void drop(String name, String why) {
        delete(name);
        dropped++;
        notices.say("dropped", why);
    }

    /** The report that was made last. */
    Optional<Waiting> newest() {
        return inMemory == null ? first(true) : Optional.of(inMemory);
    }

    /** The report that has waited longest. */
    Optional<Waiting> oldest() {
        return first(false).or(() -> Optional.ofNullable(inMemory));
    }

    private Optional<Waiting> first(boolean fromTheEnd) {
        while (folder != null && !files.isEmpty()) {
            String name = fromTheEnd ? files.lastKey() : files.firstKey();
            byte[] body = body(folder.resolve(name));
            if (body.length > 1 && (body[0] & 0xff) == GZIP) {
                return Optional.of(new Waiting(name, body));
            }
            drop(name, "a file in the spool is damaged and dropped");
        }
        return Optional.empty();
    }

    private static byte[] body(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            // as good as damaged
            return new byte[0];
        }
    }

    void remove(Waiting report) {
        if (report.equals(inMemory)) {
            inMemory = null;
        } else {
            delete(report.name());
        }
    }

    private void delete(String name) {
        files.remove(name);
        try {
            Files.deleteIfExists(Objects.requireNonNull(folder).resolve(name));
        } catch (IOException e) {
            // a later process sends it again, which does no harm: the console knows its id
            notices.say("spool", "cannot delete from the spool " + folder);
        }
    }

    /** How many wait. */
    long count() {
        return files.size() + (inMemory == null ? 0L : 1L);
    }

    /** How many were lost since this process started. */
    long dropped() {
        return dropped;
    }
}
