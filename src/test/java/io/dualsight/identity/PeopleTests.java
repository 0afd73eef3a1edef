package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dualsight.contract.FieldError;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PeopleTests {
    private static final Caller.Person ROOT = new Caller.Person("root", Role.ADMIN);
    private static final Caller.Person ANN = new Caller.Person("ann", Role.OPERATOR);

    private final IdentityTables tables = new IdentityTables();
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final People people = new People(tables.people, tables.sessions, tables.tokens, encoder, tables.audit);
    private final PasswordSignIn door = tables.door(encoder);

    @BeforeEach
    void addAdmin() {
        tables.people.add("root", encoder.encode("a long pass phrase"), Role.ADMIN, Person.Origin.PASSWORD);
    }

    @Test
    void letsSomebodyInWithThePasswordThatWasMade() {
        String password = people.add(ROOT, "ann", Role.OPERATOR, Set.of("edge"));
        assertThat(password).hasSize(20);
        assertThat(signIn("ann", password)).isEqualTo(new Caller.Person("ann", Role.OPERATOR, Set.of("edge")));
        assertThat(people.all()).extracting(Person::username).containsExactly("ann", "root");
        assertThat(people.all().get(0).times().lastSignInAt()).isEqualTo(tables.clock.instant());
    }

    @Test
    void keepsOutWhoIsDisabledAndThatPersonsTokens() {
        String password = people.add(ROOT, "ann", Role.OPERATOR, Set.of());
        String token = tables.apiTokens.issue(ANN, "t", Role.OPERATOR, null).secret();
        people.disable(ROOT, "ann");
        assertThat(catchThrowableOfType(AuthenticationException.class, () -> signIn("ann", password)))
                .isNotNull();
        assertThat(tables.find(token)).isEmpty();
        people.enable(ROOT, "ann");
        assertThat(signIn("ann", password).name()).isEqualTo("ann");
        assertThat(tables.find(token)).isPresent();
    }

    @Test
    void takesRightsFromTokensWithTheirMaker() {
        people.add(ROOT, "ann", Role.ADMIN, Set.of());
        Caller.Person ann = new Caller.Person("ann", Role.ADMIN);
        String token = tables.apiTokens.issue(ann, "t", Role.ADMIN, null).secret();
        people.change(ROOT, "ann", Role.VIEWER, Set.of("edge"));
        assertThat(tables.find(token)).contains(new Caller.Person("ann", Role.VIEWER, Set.of("edge")));
    }

    @Test
    void alwaysKeepsAnAdminWhoMaySignIn() {
        assertThat(refused(() -> people.disable(ROOT, "root"))).isEqualTo("username");
        assertThat(refused(() -> people.change(ROOT, "root", Role.VIEWER, Set.of())))
                .isEqualTo("role");
        people.add(ROOT, "bob", Role.ADMIN, Set.of());
        people.disable(ROOT, "root");
        assertThat(refused(() -> people.disable(ROOT, "bob"))).isEqualTo("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "console", "bootstrap", "root", "a\u0000b"})
    void refusesNamesThatAreNoneOrTaken(String name) {
        assertThat(refused(() -> people.add(ROOT, name, Role.VIEWER, Set.of()))).isEqualTo("username");
    }

    @Test
    void takesNamesOf64CharactersAndNotOneMore() {
        people.add(ROOT, "n".repeat(64), Role.VIEWER, Set.of());
        assertThat(refused(() -> people.add(ROOT, "n".repeat(65), Role.VIEWER, Set.of())))
                .isEqualTo("username");
    }

    @Test
    void keepsAdminsToNoClusterAndOthersToClustersAlone() {
        assertThat(refused(() -> people.add(ROOT, "bob", Role.ADMIN, Set.of("edge"))))
                .isEqualTo("clusters");
        assertThat(refused(() -> people.add(ROOT, "bob", Role.VIEWER, Set.of("Edge"))))
                .isEqualTo("clusters");
    }

    @Test
    void changesOnesOwnPasswordForALongOne() {
        String old = people.add(ROOT, "ann", Role.OPERATOR, Set.of());
        people.changePassword(ANN, old, "twelve chars", "");
        assertThat(signIn("ann", "twelve chars").name()).isEqualTo("ann");
        assertThat(refused(() -> people.changePassword(ANN, "twelve chars", "eleven char", "")))
                .isEqualTo("password");
        assertThat(refused(() -> people.changePassword(ANN, "twelve chars", "x".repeat(73), "")))
                .isEqualTo("password");
        assertThat(refused(() -> people.changePassword(ANN, "twelve chars", "ann ann ann ann", "")))
                .isEqualTo("password");
        assertThat(refused(() -> people.changePassword(ANN, "wrong", "x".repeat(72), "")))
                .isEqualTo("old");
        people.changePassword(ANN, "twelve chars", "x".repeat(72), "");
    }

    @Test
    void writesDownWhoDidIt() {
        people.add(ROOT, "ann", Role.OPERATOR, Set.of());
        people.resetPassword(ROOT, "ann");
        people.disable(ROOT, "ann");
        people.enable(ROOT, "ann");
        assertThat(tables.audited())
                .containsExactly(
                        "root person-added ann as operator null",
                        "root password-reset ann null",
                        "root person-disabled ann null",
                        "root person-enabled ann null");
    }

    private Caller.Person signIn(String username, String password) {
        return (Caller.Person)
                door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password))
                        .getPrincipal();
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        BadFieldsException bad = catchThrowableOfType(BadFieldsException.class, action);
        assertThat(bad).isNotNull();
        return bad.errors().stream().map(FieldError::field).findFirst().orElse("");
    }
}
