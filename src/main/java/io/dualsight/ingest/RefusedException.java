package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that is not taken, with the answer that says why. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail problem;
    private final @Nullable Duration retryAfter;

    private RefusedException(ProblemDetail problem, @Nullable Duration retryAfter) {
        super(problem.getDetail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    static RefusedException of(HttpStatus status, String code, String detail) {
        return new RefusedException(Problem.of(status, code, detail), null);
    }

    static RefusedException of(HttpStatus status, String code, String detail, List<FieldError> errors) {
        return new RefusedException(Problem.of(status, code, detail, errors), null);
    }

    static RefusedException notJson(String detail) {
        return of(HttpStatus.BAD_REQUEST, "not-json", detail);
    }

    static RefusedException overLimit(String what, String value, String expected) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "over-limit",
                "The " + what + " is over a limit.",
                List.of(new FieldError(what, value, expected)));
    }

    static RefusedException tooMany(String code, String detail, Duration retryAfter) {
        return new RefusedException(Problem.of(HttpStatus.TOO_MANY_REQUESTS, code, detail), retryAfter);
    }

    static RefusedException databaseAway() {
        return new RefusedException(Problem.databaseAway(), Duration.ofSeconds(Long.parseLong(Problem.RETRY_SECONDS)));
    }

    ProblemDetail problem() {
        return problem;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
