package io.dualsight.identity;

import io.dualsight.cluster.ReviewUnavailableException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the caller from a bearer token. A request that carries one stands or falls by it: a session beside it counts for
 * nothing, which is why it needs no CSRF token.
 */
class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final AccountTokens accounts;
    private final ProblemAnswers problems;

    BearerFilter(Tokens tokens, AccountTokens accounts, ProblemAnswers problems) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.problems = problems;
    }

    static boolean carriesToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!carriesToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller;
        try {
            String token = token(request);
            caller = tokens.find(token, ClientAddress.written(request.getRemoteAddr()))
                    .or(() -> accounts.find(token));
        } catch (DataAccessException e) {
            logger.debug("no token can be checked", e);
            problems.databaseAway(response);
            return;
        } catch (ReviewUnavailableException e) {
            logger.debug("no cluster can be asked", e);
            problems.clusterAway(response);
            return;
        }
        if (caller.isEmpty()) {
            problems.commence(request, response, new BadCredentialsException("unknown token"));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller.get())));
        chain.doFilter(request, response);
    }

    private static String token(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
    }
}
