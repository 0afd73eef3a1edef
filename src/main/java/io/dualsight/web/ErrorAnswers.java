package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Problem;
import io.dualsight.store.BadQueryException;
import io.dualsight.triage.FindingChangedException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every failed request ends with: problem JSON under {@code /api}, a page elsewhere. Neither says what went wrong
 * inside.
 */
@Controller
class ErrorAnswers implements ErrorController {
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/v3/api-docs", "/actuator/");

    private static final HttpStatus FALLBACK = HttpStatus.INTERNAL_SERVER_ERROR;
    /** Those that the page has words of their own for. */
    private static final Set<HttpStatus> WITH_WORDS =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND, FALLBACK);

    private final ErrorAttributes attributes;
    private final JsonMapper json;

    ErrorAnswers(ErrorAttributes attributes, JsonMapper json) {
        this.attributes = attributes;
        this.json = json;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        HttpStatus status = status(request);
        if (!isForPrograms(request)) {
            ModelAndView page = new ModelAndView("error", status);
            page.addObject("status", status.value());
            page.addObject("code", WITH_WORDS.contains(status) ? status.value() : FALLBACK.value());
            return page;
        }
        ProblemDetail problem = problem(status, attributes.getError(new ServletWebRequest(request)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsBytes(problem));
    }

    /** Whoever asks for this address itself finds nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? FALLBACK : status;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String address = path == null
                ? ""
                : path.toString().substring(request.getContextPath().length());
        return FOR_PROGRAMS.stream().anyMatch(address::startsWith);
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable Throwable cause) {
        if (cause instanceof BadFieldsException bad) {
            return badFields(status, bad.errors());
        }
        if (cause instanceof BadQueryException bad) {
            return badFields(status, List.of(bad.error()));
        }
        if (cause instanceof MethodArgumentTypeMismatchException bad) {
            return badFields(
                    status, List.of(new FieldError(bad.getName(), String.valueOf(bad.getValue()), expected(bad))));
        }
        if (cause instanceof FindingChangedException changed) {
            return FindingAnswer.changed(status, changed);
        }
        return status == HttpStatus.SERVICE_UNAVAILABLE ? Problem.databaseAway() : Problem.of(status, detail(status));
    }

    private static ProblemDetail badFields(HttpStatus status, List<FieldError> errors) {
        return Problem.of(status, "bad-fields", "Some fields are not as expected.", errors);
    }

    private static String expected(MethodArgumentTypeMismatchException bad) {
        Class<?> type = bad.getRequiredType();
        boolean number = type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type));
        return number ? "a whole number" : "another form";
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request is malformed.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method.";
            case NOT_ACCEPTABLE -> "This address does not answer in the form asked for.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address takes application/json.";
            default -> status.is5xxServerError() ? "The console failed; its log says why." : "The request was refused.";
        };
    }
}
