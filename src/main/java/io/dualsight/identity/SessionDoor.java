package io.dualsight.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides when a session is looked for at all. Not beside a bearer token, which stands or falls
 * alone, nor for the state of health, which is everybody's. And sessions are
 * in the database: while that is away, whoever has one is asked to come back later, and the page that says so is made
 * without looking again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionDoor extends OncePerRequestFilter {
    private static final String HEALTH = "/actuator/health";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(needsNone(request) ? new Sessionless(request) : request, response);
        } catch (DataAccessException | TransactionException e) {
            if (response.isCommitted()) {
                throw e;
            }
            logger.debug("no session can be read or kept", e);
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private static boolean needsNone(HttpServletRequest request) {
        return BearerFilter.carriesToken(request)
                || request.getRequestURI().startsWith(request.getContextPath() + HEALTH)
                || isAwayPage(request);
    }

    private static boolean isAwayPage(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return request.getDispatcherType() == DispatcherType.ERROR
                && Integer.valueOf(HttpStatus.SERVICE_UNAVAILABLE.value()).equals(status);
    }

    /** Without the cookie of the session. */
    private static final class Sessionless extends HttpServletRequestWrapper {

        Sessionless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] all = super.getCookies();
            return all == null
                    ? null
                    : Stream.of(all)
                            .filter(cookie -> !cookie.getName().equals(SignInPage.SESSION_COOKIE))
                            .toArray(Cookie[]::new);
        }
    }
}
