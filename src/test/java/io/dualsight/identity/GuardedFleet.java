package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** People and nodes of the guarded console. */
@TestComponent
class GuardedFleet {
    private static final Caller.Person ROOT = new Caller.Person("admin", Role.ADMIN);

    private final People people;
    private final AgentTokens tokens;

    GuardedFleet(People people, AgentTokens tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    /** A node whose node IP is no address, so that there is a finding. */
    void report(int port, String cluster, String node) {
        String token = tokens.issue(ROOT, "fleet", cluster, null).secret();
        String report = """
                {"schemaVersion":1,"reportId":"%s","cluster":"%s","node":"%s","collectedAt":"%s",
                 "host":{"distribution":"rke2","distributionVersion":"v1.31.5+rke2r1","roles":["server"]},
                 "config":{"source":"/etc/rancher/rke2/config.yaml","values":{"node-ip":"no-address"}}}""".formatted(UUID.randomUUID(), cluster, node, Instant.now());
        HttpResponse<String> answer =
                new Visitor(port).post("/api/v1/reports", report, "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Somebody new, signed in. */
    Visitor person(int port, String name, Role role, Set<String> clusters) {
        String unique = name + "-" + UUID.randomUUID();
        Visitor visitor = new Visitor(port);
        visitor.signIn(unique, people.add(ROOT, unique, role, clusters));
        return visitor;
    }
}
