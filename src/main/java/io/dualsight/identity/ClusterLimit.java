package io.dualsight.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a person who may see some clusters alone to them. What a request is about is in its path, in its {@code cluster}
 * parameter or in the finding that it names; a list that names no cluster is of the first that the person may see. What
 * is in none of the lists of {@link LimitedRoutes} is refused to such a person: a new route is closed until somebody
 * says how it is limited.
 */
class ClusterLimit extends OncePerRequestFilter {
    private static final String PARAMETER = "cluster";

    private final JdbcClient jdbc;

    ClusterLimit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        Set<String> clusters =
                caller != null && caller.getPrincipal() instanceof Caller.Person person ? person.clusters() : Set.of();
        if (clusters.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        LimitedRoutes.Route route = LimitedRoutes.of(path);
        switch (route.kind()) {
            case HOME -> response.sendRedirect(request.getContextPath() + "/nodes");
            case OPEN -> chain.doFilter(request, response);
            case BY_PATH -> pass(clusters.contains(route.name()), request, response, chain);
            case BY_FINDING -> pass(clusters.contains(clusterOf(route.name())), request, response, chain);
            case BY_PARAMETER -> byParameter(clusters, request, response, chain);
            case CLOSED -> response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** What is elsewhere does not exist for that person. */
    private static void pass(
            boolean within, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (within) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private static void byParameter(
            Set<String> clusters, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String[] asked = request.getParameterValues(PARAMETER);
        boolean none = asked == null || List.of(asked).stream().allMatch(String::isBlank);
        String cluster = none ? new TreeSet<>(clusters).first() : asked[0];
        boolean within = asked == null || asked.length == 1;
        pass(within && clusters.contains(cluster), new WithCluster(request, cluster), response, chain);
    }

    private String clusterOf(String finding) {
        return jdbc.sql("select cluster from finding where id = ?")
                .param(Long.parseLong(finding))
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The request as if it had named that cluster. */
    private static final class WithCluster extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters;

        WithCluster(HttpServletRequest request, String cluster) {
            super(request);
            Map<String, String[]> all = new HashMap<>(request.getParameterMap());
            all.put(PARAMETER, new String[] {cluster});
            this.parameters = Collections.unmodifiableMap(all);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
