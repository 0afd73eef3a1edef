package io.dualsight;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** A body that gives the reader's place away for as long as nothing of it comes. */
final class PatientStream extends ServletInputStream {
    private final ServletInputStream in;
    private final Semaphore places;

    PatientStream(ServletInputStream in, Semaphore places) {
        this.in = in;
        this.places = places;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (in.available() > 0 || in.isFinished()) {
            return in.read(buffer, offset, length);
        }
        places.release();
        try {
            return in.read(buffer, offset, length);
        } finally {
            places.acquireUninterruptibly();
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
