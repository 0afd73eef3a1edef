package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Problem;
import io.dualsight.store.BadQueryException;
import io.dualsight.store.StoreUnavailableException;
import io.dualsight.triage.FindingChangedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Which status our own exceptions mean; {@link ErrorAnswers} then makes the answer. The rest is 500 and logged. */
@ControllerAdvice
class ErrorStatuses {

    @ExceptionHandler({BadFieldsException.class, BadQueryException.class})
    void badFields(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    @ExceptionHandler(FindingChangedException.class)
    void changed(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }

    @ExceptionHandler({
        StoreUnavailableException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    void databaseAway(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_SECONDS);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
