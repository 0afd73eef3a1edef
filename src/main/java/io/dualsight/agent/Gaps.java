package io.dualsight.agent;

import io.dualsight.contract.Limits;
import io.dualsight.contract.ProbeError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one report could not read: each probe fails alone, into a line here. */
final class Gaps {

    private static final int MESSAGE = 300;

    private final List<ProbeError> errors = new ArrayList<>();

    /** A source that may not be readable. */
    interface Source<T> {
        @Nullable
        T read() throws IOException;
    }

    /**
     * Reads a source; {@code null} where it could not be read, which leaves that fact out of the report.
     *
     * @param probe the fact's place in the report, such as {@code routes.ipv6}
     */
    @SuppressWarnings("IllegalCatch")
    <T> @Nullable T attempt(String probe, Source<T> source) {
        try {
            return source.read();
        } catch (IOException e) {
            add(probe, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // a probe that stumbles over what nobody foresaw must not take the report with it
            add(probe, "not understood: " + e.getClass().getSimpleName());
        }
        return null;
    }

    void add(String probe, String message) {
        if (errors.size() < Limits.ENTRIES) {
            errors.add(new ProbeError(probe, message.substring(0, Math.min(MESSAGE, message.length()))));
        }
    }

    List<ProbeError> errors() {
        return List.copyOf(errors);
    }
}
