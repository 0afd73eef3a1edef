package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever somebody takes away as a file is in the audit log, whichever page or call gives it. */
@InGuardedConsole
class ExportAuditTests {
    private static final String FILES = ".*\\.(csv|md)|.*/bundle\\.json";

    @LocalServerPort
    int port;

    @Autowired
    GuardedFleet fleet;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noFileLeavesWithoutAnEntry() {
        fleet.report(port, "edge", "route-node");
        long finding = jdbc.sql("select min(id) from finding where cluster = 'edge'")
                .query(Long.class)
                .single();
        Visitor admin = fleet.person(port, "exporter", Role.ADMIN, Set.of());
        List<String> files = MappedRoute.all(context).stream()
                .filter(route -> route.method().equals("GET") && route.pattern().matches(FILES))
                .map(route -> route.address(finding).replace("/x.csv", "/ready-time.csv"))
                .toList();
        assertThat(files).hasSizeGreaterThan(8);
        for (String file : files) {
            assertThat(admin.get(file).statusCode()).as(file).isEqualTo(200);
            assertThat(entry(file)).startsWith("exporter-");
        }
    }

    /** It is written when the file is out, which may be a moment after it came. */
    private String entry(String file) {
        Instant deadline = Instant.now().plusSeconds(5);
        Optional<String> actor = Optional.empty();
        while (actor.isEmpty() && Instant.now().isBefore(deadline)) {
            actor = jdbc.sql(
                            "select actor from audit where action = 'export' and subject = ? and actor like 'exporter-%'")
                    .param(file)
                    .query(String.class)
                    .optional();
        }
        return actor.orElse("nobody");
    }
}
