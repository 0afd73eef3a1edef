package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** A request whose fields are not as they should be: the sender's fault, answered with 400 and these errors. */
public class BadFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public BadFieldsException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** At least one. */
    public List<FieldError> errors() {
        return errors;
    }
}
