package io.dualsight.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines that were added to a log file since it was last read. A file that was rotated away is read to its end
 * under its new name first. At most so many bytes are read at once: what a flood leaves unread is passed over, but for
 * its newest part.
 */
final class LogTail {

    /** Bytes of one file in one report: some thousand lines. */
    static final int MOST = 1 << 20;
    /** Bytes of a file that was never read before: what happened just before the agent came. */
    static final int FIRST = 64 << 10;

    private static final int LINE = 8 << 10;

    private final Path file;

    LogTail(Path file) {
        this.file = file;
    }

    /**
     * Reads what is new.
     *
     * @param position what this gave the last time; {@code null} the first time
     * @return where reading goes on the next time
     */
    String read(@Nullable String position, Consumer<String> line) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        String identity = String.valueOf(now.fileKey());
        long from = Math.max(0, now.size() - FIRST);
        if (position != null) {
            int space = position.indexOf(' ');
            String before = position.substring(space + 1);
            long offset = Long.parseLong(position.substring(0, space));
            if (before.equals(identity)) {
                // shorter than it was: emptied in place
                from = offset <= now.size() ? offset : 0;
            } else {
                finish(before, offset, line);
                from = 0;
            }
        }
        return lines(file, from, position == null && from > 0, line) + " " + identity;
    }

    /** Reads the rest of the file that had this name before. */
    private void finish(String identity, long offset, Consumer<String> line) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String name = String.valueOf(file.getFileName());
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder, name + "?*")) {
            for (Path sibling : siblings) {
                BasicFileAttributes found = Files.readAttributes(sibling, BasicFileAttributes.class);
                if (identity.equals(String.valueOf(found.fileKey()))) {
                    lines(sibling, offset, false, line);
                    return;
                }
            }
        }
    }

    /** Hands over whole lines; gives the place behind the last of them. */
    private static long lines(Path file, long from, boolean amidst, Consumer<String> line) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long size = in.length();
            long start = Math.max(from, size - MOST);
            in.seek(start);
            return new Lines(Channels.newInputStream(in.getChannel()), amidst || start > from, line).read(start, size);
        }
    }

    /** Splits a stream into lines, without ever holding more than the beginning of one. */
    private static final class Lines {

        private final InputStream in;
        private final Consumer<String> line;
        private final byte[] start = new byte[LINE];
        private boolean skip;
        private int length;

        Lines(InputStream in, boolean skip, Consumer<String> line) {
            this.in = in;
            this.skip = skip;
            this.line = line;
        }

        long read(long from, long to) throws IOException {
            byte[] buffer = new byte[LINE];
            long at = from;
            long behindLast = from;
            int count;
            while (at < to && (count = in.read(buffer, 0, (int) Math.min(LINE, to - at))) > 0) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        end();
                        behindLast = at + i + 1;
                    } else if (length < LINE) {
                        start[length++] = buffer[i];
                    }
                }
                at += count;
            }
            return behindLast;
        }

        private void end() {
            if (!skip) {
                line.accept(new String(start, 0, length, StandardCharsets.UTF_8));
            }
            skip = false;
            length = 0;
        }
    }
}
