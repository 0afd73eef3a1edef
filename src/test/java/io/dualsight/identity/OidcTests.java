package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in by a provider that runs in a process of its own, signs its tokens and is asked over HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:oidc",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=correct horse",
            "dualsight.groups.admin=netops",
            "dualsight.groups.viewer=staff",
            "spring.security.oauth2.client.registration.corp.client-id=dualsight",
            "spring.security.oauth2.client.registration.corp.client-secret=secret",
            "spring.security.oauth2.client.registration.corp.scope=openid,profile",
            "spring.security.oauth2.client.registration.corp.client-name=Corp SSO"
        })
@DirtiesContext
class OidcTests {
    private static final ProviderProcess PROVIDER = new ProviderProcess();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.corp.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @BeforeEach
    void knock() {
        visitor = new Visitor(port);
    }

    @Test
    void offersTheProviderBesideThePassword() {
        assertThat(visitor.get("/login").body()).contains("/oauth2/authorization/corp", "Corp SSO");
        assertThat(visitor.signIn("admin", "correct horse").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
    }

    @Test
    void letsInWithTheRoleOfTheGroupAndLeadsOn() {
        visitor.get("/nodes?cluster=edge", "Accept", "text/html");
        HttpResponse<String> back = comeBack("nora", List.of("staff", "netops"));
        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/nodes?cluster=edge"));
        assertThat(visitor.get("/settings/people").body()).contains("nora", "OpenID Connect");
        assertThat(kept()).noneMatch(text -> text.contains("eyJ") || text.contains("secret"));
    }

    @Test
    void givesTheRoleOfTodayAndNotOfYesterday() {
        comeBack("max", List.of("netops"));
        assertThat(visitor.get("/settings/people").statusCode()).isEqualTo(200);
        visitor = new Visitor(port);
        comeBack("max", List.of("staff"));
        assertThat(visitor.get("/settings/people").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/nodes").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhoIsInNoGroupAndWhoTakesAnothersName() {
        for (String name : new String[] {"stranger", "admin", "bootstrap"}) {
            List<String> groups = name.equals("stranger") ? List.of("other") : List.of("netops");
            assertThat(comeBack(name, groups).headers().firstValue("Location"))
                    .as(name)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
            assertThat(visitor.get("/nodes").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void takesNoAnswerThatItDidNotAskFor() {
        assertThat(visitor.get("/login/oauth2/code/corp?code=abc&state=def")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(visitor.get("/nodes").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> comeBack(String name, List<String> groups) {
        String ask = visitor.get("/oauth2/authorization/corp")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(ask).contains("state=", "nonce=", "response_type=code");
        URI answer = PROVIDER.signIn(ask, name, groups);
        return visitor.get(answer.getRawPath() + "?" + answer.getRawQuery());
    }

    private List<String> kept() {
        return jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query((row, n) -> new String(row.getBytes(1)))
                .list();
    }
}
