package io.dualsight.ingest;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals into answers. Senders read them; nobody else needs to, so they are logged at DEBUG. */
@RestControllerAdvice
class RefusalAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e) {
        LOG.debug("refused: {}", e.problem());
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration retryAfter = e.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(secondsUp(retryAfter)));
        }
        return ResponseEntity.status(e.problem().getStatus()).headers(headers).body(e.problem());
    }

    /** {@code Retry-After} has whole seconds; too early would be refused again. */
    private static long secondsUp(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
