package io.dualsight.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** How people get to the sign-in page, and back to where they wanted to go. */
final class SignInPage {
    static final String PATH = "/login";
    static final String HTMX = "HX-Request";
    static final String SESSION_COOKIE = "dualsight";

    private SignInPage() {}

    /** A part of a page must not become the sign-in form: htmx is told to load the whole page instead. */
    static void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String page = request.getContextPath() + PATH;
        if (request.getHeader(HTMX) != null) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(page);
        }
    }

    /** A stranger's change fails by its CSRF token before anybody asks who it is: it is a stranger's all the same. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (isSignedIn()) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            ask(request, response, new InsufficientAuthenticationException("nobody is signed in", e));
        }
    }

    static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication;
    }

    static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        String why = e instanceof LockedException ? "?error=wait" : "?error";
        response.sendRedirect(request.getContextPath() + PATH + why);
    }

    /** Leads on to where the person wanted to go, and remembers where that person sits. */
    static AuthenticationSuccessHandler succeeded(RequestCache wanted) {
        SavedRequestAwareAuthenticationSuccessHandler lead = new SavedRequestAwareAuthenticationSuccessHandler();
        lead.setRequestCache(wanted);
        return (request, response, person) -> {
            request.getSession().setAttribute(SignInPlace.NAME, SignInPlace.of(request));
            lead.onAuthenticationSuccess(request, response, person);
        };
    }
}
