package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One report that is not taken, in a request whose other reports may be.
 *
 * @param index its place in the request, from 0
 * @param reportId as it was sent, cut short; absent where there is none
 * @param kind what the whole request is answered with, should all its reports be refused for the same kind of reason
 * @param errors at least one
 */
record Rejection(int index, @Nullable String reportId, Kind kind, List<FieldError> errors) {
    private static final int SHOWN = 64;

    /** Why, as far as the answer's status is concerned. */
    enum Kind {
        NO_OBJECT(HttpStatus.BAD_REQUEST, "wrong-shape", "The body is JSON of the wrong shape."),
        OUT_OF_BOUNDS(HttpStatus.FORBIDDEN, "token-bounds", "The token is not for this cluster or this node."),
        OVER_LIMIT(HttpStatus.CONTENT_TOO_LARGE, "over-limit", "The report is over a limit."),
        BAD_FIELDS(HttpStatus.UNPROCESSABLE_CONTENT, "bad-report", "No report could be taken; the errors say why.");

        private final HttpStatus status;
        private final String code;
        private final String detail;

        Kind(HttpStatus status, String code, String detail) {
            this.status = status;
            this.code = code;
            this.detail = detail;
        }

        HttpStatus status() {
            return status;
        }

        /** The last part of the problem's type. */
        String code() {
            return code;
        }

        String detail() {
            return detail;
        }
    }

    static Rejection of(ReportTree tree, Kind kind, List<FieldError> errors) {
        String id = tree.text("reportId");
        String shown = id == null ? null : id.substring(0, Math.min(id.length(), SHOWN));
        List<FieldError> placed = errors.stream()
                .map(error -> new FieldError(tree.path() + error.field(), error.value(), error.expected()))
                .toList();
        return new Rejection(tree.index(), shown, kind, placed);
    }

    String error() {
        return errors.stream().map(FieldError::toString).collect(Collectors.joining("; "));
    }
}
