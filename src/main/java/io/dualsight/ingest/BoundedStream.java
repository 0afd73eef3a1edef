package io.dualsight.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a limit; one more refuses the request. */
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private final String what;
    private long count;

    BoundedStream(InputStream in, long limit, String what) {
        super(in);
        this.limit = limit;
        this.what = what;
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            add(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        add(Math.max(got, 0));
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(int bytes) {
        count += bytes;
        if (count > limit) {
            throw RefusedException.overLimit(what, "more than " + limit + " bytes", "at most " + limit + " bytes");
        }
    }
}
