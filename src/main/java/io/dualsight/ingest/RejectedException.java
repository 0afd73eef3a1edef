package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import java.util.List;

/** One report that is not taken; its neighbours may be. */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rejection.Kind kind;
    private final transient List<FieldError> errors;

    RejectedException(Rejection.Kind kind, List<FieldError> errors) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    RejectedException(Rejection.Kind kind, FieldError error) {
        this(kind, List.of(error));
    }

    Rejection.Kind kind() {
        return kind;
    }

    List<FieldError> errors() {
        return errors;
    }
}
