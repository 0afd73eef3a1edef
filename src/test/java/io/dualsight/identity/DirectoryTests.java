package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-in against a directory that answers over LDAP. */
class DirectoryTests {
    private static InMemoryDirectoryServer server;

    private final IdentityTables tables = new IdentityTables();
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);

    @BeforeAll
    static void start() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.addAdditionalBindCredentials("cn=reader", "read");
        config.setSchema(null);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("test", 0));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        for (String name : List.of("ann", "bob", "root", "dis")) {
            server.add(
                    "dn: uid=" + name + ",dc=example,dc=org",
                    "objectClass: inetOrgPerson",
                    "uid: " + name,
                    "userPassword: pw-" + name);
        }
        group("ops", "ann", "root", "dis");
        group("readers", "ann");
        server.startListening();
    }

    private static void group(String name, String... members) throws LDAPException, LDIFException {
        server.add("dn: cn=" + name + ",dc=example,dc=org", "objectClass: groupOfNames", "cn: " + name);
        for (String member : members) {
            server.modify(
                    "dn: cn=" + name + ",dc=example,dc=org",
                    "changetype: modify",
                    "add: member",
                    "member: uid=" + member + ",dc=example,dc=org");
        }
    }

    @AfterAll
    static void stop() {
        server.shutDown(true);
    }

    @Test
    void letsInWhoIsInAGroupAndKnowsThatPersonFromThenOn() {
        assertThat(signIn("ann", "pw-ann")).isEqualTo(new Caller.Person("ann", Role.OPERATOR));
        Person ann = tables.people.find("ann").orElseThrow().person();
        assertThat(ann.origin()).isEqualTo(Person.Origin.LDAP);
        assertThat(signIn("ann", "pw-ann").role()).isEqualTo(Role.OPERATOR);
        assertThat(tables.audited()).contains("ann sign-in by ldap null");
    }

    @ParameterizedTest
    @CsvSource({"ann,wrong", "bob,pw-bob", "nobody,pw-nobody", "ann,''", "*,pw-ann", "ann)(uid=*,pw-ann"})
    void refusesWrongPasswordsStrangersToTheGroupsAndTricks(String name, String password) {
        assertThat(catchThrowableOfType(BadCredentialsException.class, () -> signIn(name, password)))
                .isNotNull();
    }

    @Test
    void neverLetsTheDirectoryTakeTheNameOfOneOfOurs() {
        tables.people.add("root", encoder.encode("ours"), Role.ADMIN, Person.Origin.PASSWORD);
        assertThat(catchThrowableOfType(BadCredentialsException.class, () -> signIn("root", "pw-root")))
                .isNotNull();
        assertThat(signIn("root", "ours").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void keepsOutWhomAnAdminDisabledHere() {
        signIn("dis", "pw-dis");
        tables.people.disable("dis");
        assertThat(catchThrowableOfType(BadCredentialsException.class, () -> signIn("dis", "pw-dis")))
                .isNotNull();
    }

    @Test
    void saysThatTheDirectoryIsAwayAndNotThatThePasswordIsWrong() {
        LdapSettings nowhere = settings("ldap://127.0.0.1:1/dc=example,dc=org");
        assertThat(catchThrowableOfType(
                        AuthenticationServiceException.class,
                        () -> door(nowhere)
                                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated("ann", "pw-ann"))))
                .isNotNull();
    }

    private Caller.Person signIn(String name, String password) {
        LdapSettings here = settings("ldap://127.0.0.1:" + server.getListenPort() + "/dc=example,dc=org");
        return (Caller.Person) door(here)
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
                .getPrincipal();
    }

    private static LdapSettings settings(String url) {
        return new LdapSettings(url, "cn=reader", "read", "(uid={0})", "", "", "(member={0})");
    }

    private PasswordSignIn door(LdapSettings settings) {
        GroupSettings groups = new GroupSettings(List.of(), List.of("ops"), List.of("readers"), "groups", "name");
        Map<String, Object> beans = Map.of("directory", new LdapDirectory(settings));
        return new PasswordSignIn(
                tables.people,
                encoder,
                new SignInLimit(tables.clock),
                tables.audit,
                new StaticListableBeanFactory(beans).getBeanProvider(Directory.class),
                new Admission(tables.people, groups, tables.audit));
    }
}
