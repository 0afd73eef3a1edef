package io.dualsight;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where Java has no virtual threads, so many requests work at once and no more: others would only get into each other's
 * way at the database. One that waits for its sender gives its place to the next meanwhile, so slow senders cost a thread
 * of {@code server.tomcat.threads.max} each and hold up nobody.
 */
@Component
@ConditionalOnThreading(Threading.PLATFORM)
@Order(Turnstile.ORDER)
class Turnstile extends OncePerRequestFilter {
    /** After the filter that says in which character set forms are written, before all that ask the database. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;
    /** Enough to fill one group commit, too few for a convoy. */
    static final int PLACES = 64;

    /** They ask no database, and whoever reads them slowly may keep a thread. */
    private static final Pattern FILES = Pattern.compile("/(webjars|css|js|img|fonts)/.*|/[^/]+-agent\\.jar");

    private final Semaphore places = new Semaphore(PLACES, true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FILES.matcher(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        places.acquireUninterruptibly();
        try {
            chain.doFilter(hasBody(request) ? new PatientRequest(request, places) : request, response);
        } finally {
            places.release();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
