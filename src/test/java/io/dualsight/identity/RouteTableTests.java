package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls every route that is mapped as everybody who may come, and compares with the table that people reviewed. */
@InGuardedConsole
class RouteTableTests {
    private static final Path TABLE = Path.of("src/test/resources/security/routes.txt");
    private static final Path FOUND = Path.of("target/routes.txt");

    @LocalServerPort
    int port;

    @Autowired
    GuardedFleet fleet;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRouteLetsInWhomTheTableSays() throws IOException {
        fleet.report(port, "edge", "route-node");
        long finding = jdbc.sql("select min(id) from finding where cluster = 'edge'")
                .query(Long.class)
                .single();
        RouteCallers callers = new RouteCallers(port, fleet, finding);
        TreeMap<String, String> found = new TreeMap<>();
        for (MappedRoute route : MappedRoute.all(context)) {
            found.put(route.toString(), callers.outcomes(route));
        }
        List<String> lines = found.entrySet().stream()
                .map(each -> "%-58s %s".formatted(each.getKey(), each.getValue()))
                .toList();
        Files.write(FOUND, lines);
        assertThat(new TreeSet<>(lines))
                .as("routes as they are (in %s; review, then copy the lines that are right into %s)", FOUND, TABLE)
                .isEqualTo(new TreeSet<>(reviewed()));
    }

    @Test
    void refusesEveryChangeOfASessionWithoutItsCsrfToken() {
        Visitor admin = fleet.person(port, "careless", Role.ADMIN, Set.of());
        for (MappedRoute route : MappedRoute.all(context)) {
            if (!route.method().equals("GET") && !route.pattern().equals("/api/v1/reports")) {
                assertThat(admin.knock(route.method(), route.address(0))
                                .orElseThrow()
                                .statusCode())
                        .as(route.toString())
                        .isEqualTo(403);
            }
        }
    }

    private static List<String> reviewed() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
