package io.dualsight.store;

import io.dualsight.contract.FieldError;

/** A filter, sort, limit or cursor that is none: the caller's fault, to be answered with 400. */
public class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String expected;

    public BadQueryException(String field, String value, String expected) {
        super(field + " is '" + value + "'; expected " + expected);
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    /** All of it. */
    public FieldError error() {
        return new FieldError(field, value, expected);
    }

    /** The query parameter. */
    public String field() {
        return field;
    }

    /** As it was sent. */
    public String value() {
        return value;
    }

    /** What should stand there, in English. */
    public String expected() {
        return expected;
    }
}
