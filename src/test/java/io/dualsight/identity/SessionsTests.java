package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InGuardedConsole
class SessionsTests {
    private static final Caller.Person ADMIN = new Caller.Person("admin", Role.ADMIN);
    private static final Caller.Person ANN = new Caller.Person("ann", Role.OPERATOR);

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    private Visitor first;
    private Visitor second;

    @BeforeEach
    void knock() {
        jdbc.sql("delete from spring_session").update();
        first = new Visitor(port);
        second = new Visitor(port);
    }

    @Test
    void endsAnothersSessionAtItsNextClick() {
        first.signIn("admin", InGuardedConsole.PASSWORD);
        second.signIn("admin", InGuardedConsole.PASSWORD);
        assertThat(second.get("/nodes").statusCode()).isEqualTo(200);
        String id = sessions.idOf(plain(second)).orElseThrow();
        assertThat(first.get("/settings/sessions").body()).contains(id);
        assertThat(first.form("/settings/sessions/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(second.get("/nodes").headers().firstValue("Location")).contains("/login");
        assertThat(first.get("/nodes").statusCode()).isEqualTo(200);
    }

    @Test
    void survivesWhateverReplicaIsAskedSinceTheDatabaseHasIt() {
        first.signIn("admin", InGuardedConsole.PASSWORD);
        assertThat(sessions.all()).singleElement().satisfies(session -> {
            assertThat(session.person()).isEqualTo("admin");
            assertThat(session.address()).isIn("127.0.0.1", "::1");
            assertThat(session.browser()).startsWith("Java-http-client");
        });
    }

    @Test
    void keepsJsonAndNoJavaObjects() {
        first.signIn("admin", InGuardedConsole.PASSWORD);
        List<byte[]> kept = jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query(byte[].class)
                .list();
        assertThat(kept)
                .hasSizeGreaterThan(1)
                .allSatisfy(bytes -> assertThat(bytes[0]).isEqualTo((byte) '{'));
    }

    @Test
    void makesNoRowForAStranger() {
        first.get("/nodes", "Accept", "text/html");
        first.get("/login");
        first.signIn("admin", "wrong");
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesNoSessionThatAStrangerChose() {
        String chosen = "ZGQ1ZTQ4YjAtM2I1Yi00YjA3LTk3NTMtMGE4ZTVlNmIyYzFh";
        first.get("/nodes", "Cookie", "dualsight=" + chosen);
        first.signIn("admin", InGuardedConsole.PASSWORD);
        assertThat(first.cookie("dualsight")).isNotEmpty().isNotEqualTo(chosen);
        assertThat(second.get("/nodes", "Cookie", "dualsight=" + chosen).statusCode())
                .isEqualTo(302);
    }

    @Test
    void letsNobodyButAnAdminEndTheSessionOfAnother() {
        first.signIn("admin", InGuardedConsole.PASSWORD);
        String id = sessions.all().get(0).id();
        assertThat(sessions.end(ANN, id)).isFalse();
        assertThat(sessions.end(ADMIN, "no-such-session")).isFalse();
        assertThat(first.get("/nodes").statusCode()).isEqualTo(200);
        assertThat(sessions.of(ANN)).isEmpty();
        assertThat(sessions.end(ADMIN, id)).isTrue();
        assertThat(first.get("/nodes").statusCode()).isEqualTo(302);
    }

    @Test
    void leadsNobodyElsewhereAfterTheSignIn() {
        for (String wanted :
                List.of("Ly9ldmlsLmV4YW1wbGU", "aHR0cHM6Ly9ldmlsLmV4YW1wbGU", "L1xldmlsLmV4YW1wbGU", "%%%")) {
            Visitor visitor = new Visitor(port);
            visitor.keep("dualsight-wanted", wanted);
            assertThat(visitor.signIn("admin", InGuardedConsole.PASSWORD)
                            .headers()
                            .firstValue("Location"))
                    .as(wanted)
                    .hasValueSatisfying(to -> assertThat(to).isIn("/", "http://localhost:" + port + "/"));
        }
    }

    /** Spring Session's cookie says the id in base64. */
    private static String plain(Visitor visitor) {
        return new String(java.util.Base64.getDecoder().decode(visitor.cookie("dualsight")));
    }
}
