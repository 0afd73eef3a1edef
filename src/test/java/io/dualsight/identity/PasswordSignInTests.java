package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class PasswordSignInTests {
    private final IdentityTables tables = new IdentityTables();
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final PasswordSignIn signIn = tables.door(encoder);

    @BeforeEach
    void addSomebody() {
        tables.people.add("ann", encoder.encode("right"), Role.OPERATOR, Person.Origin.PASSWORD);
    }

    @Test
    void admitsThePersonWithTheirRole() {
        Authentication admitted = signIn.authenticate(attempt("ann", "right"));
        assertThat(admitted.getPrincipal()).isEqualTo(new Caller.Person("ann", Role.OPERATOR));
        assertThat(admitted.getName()).isEqualTo("ann");
        assertThat(admitted.isAuthenticated()).isTrue();
        assertThat(tables.audited()).containsExactly("ann sign-in null 192.0.2.7");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownName() {
        assertRefused("ann", "wrong");
        assertRefused("bob", "right");
        assertRefused("Ann", "right");
        assertRefused("", "");
        assertThat(tables.audited()).hasSize(4).allMatch(line -> line.contains("sign-in-failed"));
    }

    @Test
    void survivesNamesThatNoDatabaseTakes() {
        assertRefused("a\u0000b", "x");
        assertRefused("x".repeat(10_000), "x");
        assertThat(tables.audited()).first().isEqualTo("a?b sign-in-failed null 192.0.2.7");
    }

    @Test
    void refusesTheRightPasswordToWhoGuessedTooOften() {
        for (int i = 0; i < SignInLimit.FAILURES_PER_NAME; i++) {
            assertRefused("ann", "wrong");
        }
        assertThatThrownBy(() -> signIn.authenticate(attempt("ann", "right"))).isInstanceOf(LockedException.class);
        assertThat(tables.audited()).hasSize(SignInLimit.FAILURES_PER_NAME);
    }

    private void assertRefused(String username, String password) {
        assertThatThrownBy(() -> signIn.authenticate(attempt(username, password)))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("wrong name or password");
    }

    private static Authentication attempt(String username, String password) {
        var attempt = new UsernamePasswordAuthenticationToken(username, password);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }
}
