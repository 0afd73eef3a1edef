package io.dualsight.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Undoes gzip; what is broken in it is the sender's fault. */
final class GunzipStream extends FilterInputStream {
    private static final int BUFFER = 8192;

    GunzipStream(InputStream compressed) throws IOException {
        super(open(compressed));
    }

    private static InputStream open(InputStream compressed) throws IOException {
        try {
            return new GZIPInputStream(compressed, BUFFER);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    private static RefusedException broken() {
        return RefusedException.notJson("The body says that it is gzip, and is none or is broken.");
    }
}
