package io.dualsight.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Audits what no code audits itself: each change that a person makes by a request that is carried out, and each export.
 * So a new page or call is in the log before anybody thinks of it; one that writes an entry of its own gets no second.
 */
class AuditFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    /** They change nothing that is kept for others. */
    private static final Set<String> HARMLESS = Set.of("/preferences", "/check", "/api/v1/evaluate");

    /** What somebody takes away as a file: tables, the evidence bundle of a finding, the log itself. */
    private static final Pattern EXPORT = Pattern.compile(".*(\\.csv|/bundle\\.(json|md))");

    private final Audit audit;

    AuditFilter(Audit audit) {
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        chain.doFilter(request, response);
        boolean done = response.getStatus() < HttpStatus.BAD_REQUEST.value();
        if (done && before != null && before.getPrincipal() instanceof Caller.Person person) {
            write(request, person);
        }
    }

    private void write(HttpServletRequest request, Caller.Person person) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean changes = !READING.contains(request.getMethod()) && !HARMLESS.contains(path);
        if (changes && request.getAttribute(Audit.WRITTEN) == null) {
            audit.write(
                    person.name(),
                    "change",
                    request.getMethod() + " " + path,
                    ClientAddress.written(request.getRemoteAddr()));
        } else if (EXPORT.matcher(path).matches()) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            audit.write(person.name(), "export", path + query, ClientAddress.written(request.getRemoteAddr()));
        }
    }
}
