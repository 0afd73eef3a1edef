package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes the one form in which every API error is answered: RFC 9457 with a stable {@code type} of ours. */
public final class Problem {
    /** The {@code Retry-After} of everything that another attempt may cure, in seconds. */
    public static final String RETRY_SECONDS = "10";

    private static final String TYPE = "urn:dualsight:problem:";

    private Problem() {}

    /**
     * A problem named after its status, such as {@code urn:dualsight:problem:not-found}.
     *
     * @param detail a sentence for the sender, without anything secret
     */
    public static ProblemDetail of(HttpStatus status, String detail) {
        return of(status, status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'), detail);
    }

    /**
     * A problem of its own name.
     *
     * @param code lower-case words with hyphens; programs tell problems apart by it
     * @param detail a sentence for the sender, without anything secret
     */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    /** A problem whose {@code errors} say which fields were wrong and what was expected. */
    public static ProblemDetail of(HttpStatus status, String code, String detail, List<FieldError> errors) {
        ProblemDetail problem = of(status, code, detail);
        problem.setProperty("errors", List.copyOf(errors));
        return problem;
    }

    /** The database does not answer; nothing of the request was stored. */
    public static ProblemDetail databaseAway() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-away",
                "The database does not answer. Nothing was stored; send it again later.");
    }
}
