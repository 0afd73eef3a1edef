package io.dualsight.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the filters refuse, before any controller is reached. */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, Problem.of(HttpStatus.UNAUTHORIZED, "Send a valid token or sign in."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (!SignInPage.isSignedIn()) {
            commence(request, response, new InsufficientAuthenticationException("nobody is signed in", e));
            return;
        }
        ProblemDetail problem = e instanceof CsrfException
                ? Problem.of(HttpStatus.FORBIDDEN, "csrf", "A change made in a session needs its CSRF token.")
                : Problem.of(HttpStatus.FORBIDDEN, "This token or role may not do this.");
        write(response, HttpStatus.FORBIDDEN, problem);
    }

    void databaseAway(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_SECONDS);
        write(response, HttpStatus.SERVICE_UNAVAILABLE, Problem.databaseAway());
    }

    void clusterAway(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_SECONDS);
        ProblemDetail problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "cluster-away",
                "The cluster that could say whose token this is does not answer. Nothing was stored; send it again later.");
        write(response, HttpStatus.SERVICE_UNAVAILABLE, problem);
    }

    private void write(HttpServletResponse response, HttpStatus status, ProblemDetail problem) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
