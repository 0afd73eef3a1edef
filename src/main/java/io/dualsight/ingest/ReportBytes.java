package io.dualsight.ingest;

import io.dualsight.contract.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Keeps the bytes of the report that is being read, and what the parser has read ahead; nothing of a larger one. */
final class ReportBytes extends FilterInputStream {
    /** More than the parser reads ahead at any time. */
    static final int READ_AHEAD = 16 * 1024;

    private static final int MOST = Limits.REPORT_BYTES + READ_AHEAD;

    private byte[] window = new byte[READ_AHEAD];
    private int length;
    private long end;

    ReportBytes(InputStream in) {
        super(in);
    }

    /** Bytes read so far. */
    long count() {
        return end;
    }

    /** Lets go of what stands before this place, which the parser has not read ahead of. */
    void forgetUntil(long from) {
        int left = (int) Math.min(length, end - from);
        System.arraycopy(window, length - left, window, 0, left);
        length = left;
    }

    /** The bytes of a report that is no larger than allowed, since {@link #forgetUntil} its first. */
    byte[] between(long from, long to) {
        int offset = (int) (from - (end - length));
        return Arrays.copyOfRange(window, offset, offset + (int) (to - from));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        int got = super.read(buffer, offset, Math.min(most, READ_AHEAD));
        if (got > 0) {
            keep(buffer, offset, got);
        }
        return got;
    }

    private void keep(byte[] buffer, int offset, int got) {
        if (length + got > MOST) {
            length = 0;
        }
        if (length + got > window.length) {
            window = Arrays.copyOf(window, Math.min(MOST, Math.max(length + got, window.length * 2)));
        }
        System.arraycopy(buffer, offset, window, length, got);
        length += got;
        end += got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
