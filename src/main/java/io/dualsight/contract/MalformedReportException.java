package io.dualsight.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A report that cannot be taken: each field that is wrong, what stands there, and what should. */
public final class MalformedReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public MalformedReportException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** At least one, in the order of the report. */
    public List<FieldError> errors() {
        return errors;
    }
}
