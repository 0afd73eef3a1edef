package io.dualsight.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private @Nullable Waiting inMemory;
    private long dropped;

    Spool(@Nullable Path folder, long bound, Notices notices) {
        this.folder = folder;
        this.bound = bound;
        this.notices = notices;
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
            notices.settle("spool", "the spool can be written again");
        } catch (IOException e) {
            notices.say(
                    "spool",
                    "cannot keep reports in the spool " + folder + ": "
                            + UnreadableException.of("file", e).getMessage());
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
        List<Path> files = files();
        long used = 0;
        for (Path file : files) {
            used += Files.size(file);
        }
        for (Path file : files) {
            if (used + needed <= bound) {
                return;
            }
            used -= Files.size(file);
            drop(file, "the spool is full: the oldest reports are dropped");
        }
    }

    private void drop(Path file, String why) throws IOException {
        Files.deleteIfExists(file);
        dropped++;
        notices.say("dropped", why);
    }

    /** The report that was made last. */
    Optional<Waiting> newest() {
        if (inMemory != null) {
            return Optional.of(inMemory);
        }
        return first(true);
    }

    /** The report that has waited longest. */
    Optional<Waiting> oldest() {
        return first(false).or(() -> Optional.ofNullable(inMemory));
    }

    private Optional<Waiting> first(boolean fromTheEnd) {
        try {
            List<Path> files = files();
            while (!files.isEmpty()) {
                Path file = files.remove(fromTheEnd ? files.size() - 1 : 0);
                byte[] body = Files.readAllBytes(file);
                if (body.length > 1 && (body[0] & 0xff) == GZIP) {
                    return Optional.of(new Waiting(file.getFileName().toString(), body));
                }
                drop(file, "a file in the spool was damaged and is dropped");
            }
        } catch (IOException e) {
            notices.say("spool", "cannot read the spool " + folder);
        }
        return Optional.empty();
    }

    void remove(Waiting report) {
        if (report.equals(inMemory)) {
            inMemory = null;
            return;
        }
        try {
            if (folder != null) {
                Files.deleteIfExists(folder.resolve(report.name()));
            }
        } catch (IOException e) {
            // the console knows its id, so that sending it again does no harm
            notices.say("spool", "cannot delete from the spool " + folder);
        }
    }

    /** How many wait. */
    long count() {
        try {
            return files().size() + (inMemory == null ? 0L : 1L);
        } catch (IOException e) {
            return inMemory == null ? 0 : 1;
        }
    }

    /** How many were lost since this process started. */
    long dropped() {
        return dropped;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*{" + END + "," + UNFINISHED + "}")) {
            for (Path entry : entries) {
                if (entry.toString().endsWith(UNFINISHED)) {
                    // left by a process that was killed while it wrote
                    Files.deleteIfExists(entry);
                } else {
                    files.add(entry);
                }
            }
        }
        files.sort(null);
        return files;
    }
}
