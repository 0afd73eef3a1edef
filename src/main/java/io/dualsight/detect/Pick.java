package io.dualsight.detect;

import io.dualsight.contract.IpAddress;
import org.jspecify.annotations.Nullable;

/** What a search for an address came to: an address, an error in the searching program's words, nothing, or unknown. */
record Pick(
        Kind kind, @Nullable IpAddress address, @Nullable String error) {

    enum Kind {
        FOUND,
        NONE,
        ERROR,
        UNKNOWN
    }

    static final Pick NONE = new Pick(Kind.NONE, null, null);
    static final Pick UNKNOWN = new Pick(Kind.UNKNOWN, null, null);

    static Pick found(IpAddress address) {
        return new Pick(Kind.FOUND, address, null);
    }

    static Pick error(String error) {
        return new Pick(Kind.ERROR, null, error);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
