package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
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

/** Sign-in by a provider that runs, signs its tokens and is asked over HTTP. */
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
    private static final String ISSUER = "corp";
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.start();
        properties.add(
                "spring.security.oauth2.client.provider.corp.issuer-uri",
                () -> PROVIDER.issuerUrl(ISSUER).toString());
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
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
        Map<String, Object> claims = Map.of("preferred_username", name, "groups", groups);
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, name, "JWT", null, claims, 3600));
        String ask = visitor.get("/oauth2/authorization/corp")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(ask).contains("state=", "nonce=", "response_type=code");
        URI answer =
                URI.create(askProvider(ask).headers().firstValue("Location").orElseThrow());
        return visitor.get(answer.getRawPath() + "?" + answer.getRawQuery());
    }

    private List<String> kept() {
        return jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query((row, n) -> new String(row.getBytes(1)))
                .list();
    }

    private static HttpResponse<String> askProvider(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
