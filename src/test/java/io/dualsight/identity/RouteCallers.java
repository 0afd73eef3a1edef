package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everybody who may come to a route: a stranger, an agent, the three roles, and an operator of another cluster. */
final class RouteCallers {
    private static final String[] AGENT = {"Authorization", "Bearer dsa_agent"};

    private record Guest(Visitor visitor, String[] headers) {}

    private final List<Guest> guests;
    private final long finding;

    RouteCallers(int port, GuardedFleet fleet, long finding) {
        this.finding = finding;
        this.guests = List.of(
                new Guest(new Visitor(port), new String[0]),
                new Guest(new Visitor(port), AGENT),
                signedIn(fleet.person(port, "viewer", Role.VIEWER, Set.of())),
                signedIn(fleet.person(port, "operator", Role.OPERATOR, Set.of())),
                signedIn(fleet.person(port, "admin", Role.ADMIN, Set.of())),
                signedIn(fleet.person(port, "elsewhere", Role.OPERATOR, Set.of("elsewhere"))));
    }

    private static Guest signedIn(Visitor visitor) {
        return new Guest(visitor, new String[] {"X-XSRF-TOKEN", visitor.csrf()});
    }

    /** What each of them meets, in the order of the table's columns. */
    String outcomes(MappedRoute route) {
        return guests.stream()
                .map(guest -> "%-6s".formatted(outcome(guest, route)))
                .collect(Collectors.joining())
                .strip();
    }

    private String outcome(Guest guest, MappedRoute route) {
        String path = route.address(finding);
        Optional<HttpResponse<InputStream>> answer = guest.visitor().knock(route.method(), path, guest.headers());
        answer.ifPresent(each -> requireHeaders(path, each.headers()));
        int status = answer.map(HttpResponse::statusCode).orElse(200);
        String to =
                answer.flatMap(each -> each.headers().firstValue("Location")).orElse("");
        if (status == 401 || status == 403) {
            return Integer.toString(status);
        }
        if (status == 302 && to.endsWith("/login")) {
            return "login";
        }
        boolean exists = path.contains("route-node") || path.contains("/findings/" + finding);
        return status == 404 && exists ? "404" : "in";
    }

    /** Whatever the answer is, browsers are told to trust nothing from elsewhere. */
    private static void requireHeaders(String path, HttpHeaders headers) {
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as(path)
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Server")).as(path).isEmpty();
    }
}
