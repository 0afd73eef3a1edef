package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Names;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may sign in, and what they may do. What changes somebody's rights ends that person's sessions; an admin who may
 * sign in always remains.
 */
@Component
public class People {
    /** 20 characters of 62 carry 119 bits. */
    private static final int PASSWORD_CHARACTERS = 20;

    private static final String NAME = "\\P{Cntrl}{1,64}";
    /** Names under which the console itself acts. */
    static final Set<String> RESERVED = Set.of(Audit.CONSOLE, FirstStart.BOOTSTRAP);

    private final PersonTable table;
    private final Sessions sessions;
    private final Tokens tokens;
    private final PasswordEncoder encoder;
    private final Audit audit;

    People(PersonTable table, Sessions sessions, Tokens tokens, PasswordEncoder encoder, Audit audit) {
        this.table = table;
        this.sessions = sessions;
        this.tokens = tokens;
        this.encoder = encoder;
        this.audit = audit;
    }

    /** Everybody, by name. */
    public List<Person> all() {
        return table.all();
    }

    /**
     * Adds somebody and makes a password, which the answer alone knows.
     *
     * @param username 1 to 64 characters
     * @param clusters the only ones that the person may see; empty for all
     * @throws BadFieldsException where the name is taken or none, or the clusters are none
     */
    @Transactional
    public String add(Caller.Person by, String username, Role role, Set<String> clusters) {
        if (!username.matches(NAME) || username.isBlank() || RESERVED.contains(username)) {
            throw bad("username", username, "1 to 64 characters, no control characters, not " + RESERVED);
        }
        requireClusters(role, clusters);
        String password = TokenText.random(PASSWORD_CHARACTERS);
        try {
            table.add(username, hash(password), role, Person.Origin.PASSWORD);
        } catch (DuplicateKeyException e) {
            throw bad("username", username, "a name that nobody has yet");
        }
        table.changeRole(username, role, clusters);
        audit.write(by.name(), "person-added", username + " as " + role.word(), null);
        return password;
    }

    /**
     * Gives somebody another role or other clusters.
     *
     * @throws BadFieldsException where that is the last admin, or the clusters are none
     */
    @Transactional
    public void change(Caller.Person by, String username, Role role, Set<String> clusters) {
        requireClusters(role, clusters);
        if (role != Role.ADMIN) {
            requireAnotherAdmin(username, "role", role.word());
        }
        table.changeRole(username, role, clusters);
        audit.write(by.name(), "person-changed", username + " is " + role.word() + " of " + clusters, null);
        forget(username);
    }

    /**
     * Keeps somebody out from now on.
     *
     * @throws BadFieldsException where that is the last admin
     */
    @Transactional
    public void disable(Caller.Person by, String username) {
        requireAnotherAdmin(username, "username", username);
        if (table.disable(username)) {
            audit.write(by.name(), "person-disabled", username, null);
            forget(username);
        }
    }

    /** Lets somebody in again. */
    @Transactional
    public void enable(Caller.Person by, String username) {
        if (table.enable(username)) {
            audit.write(by.name(), "person-enabled", username, null);
            tokens.forgetAll();
        }
    }

    /**
     * Makes a new password for somebody, which the answer alone knows.
     *
     * @throws BadFieldsException where the console checks no password of that name
     */
    @Transactional
    public String resetPassword(Caller.Person by, String username) {
        requireOwnPassword(username);
        String password = TokenText.random(PASSWORD_CHARACTERS);
        table.changePassword(username, hash(password));
        audit.write(by.name(), "password-reset", username, null);
        sessions.endAllBut(username, "");
        return password;
    }

    /**
     * Changes one's own password and ends one's other sessions.
     *
     * @param session the id of the session that asks and stays
     * @throws BadFieldsException where the old one is wrong or the new one too weak
     */
    @Transactional
    public void changePassword(Caller.Person person, String old, String fresh, String session) {
        String known = requireOwnPassword(person.name());
        if (!encoder.matches(old, known)) {
            throw bad("old", "not shown", "the password that you signed in with");
        }
        PasswordRule.require(person.name(), fresh);
        table.changePassword(person.name(), hash(fresh));
        audit.write(person.name(), "password-changed", null, null);
        sessions.endAllBut(person.name(), session);
    }

    private String requireOwnPassword(String username) {
        return table.find(username)
                .map(PersonTable.Entry::passwordHash)
                .orElseThrow(() -> bad("username", username, "somebody whose password the console checks"));
    }

    private void requireAnotherAdmin(String username, String field, String value) {
        int admins = table.lockAdmins();
        boolean isOne = table.find(username)
                .map(PersonTable.Entry::person)
                .filter(person -> person.role() == Role.ADMIN && person.enabled())
                .isPresent();
        if (isOne && admins == 1) {
            throw bad(field, value, "something else: one admin who may sign in must remain");
        }
    }

    private static void requireClusters(Role role, Set<String> clusters) {
        if (role == Role.ADMIN && !clusters.isEmpty()) {
            throw bad("clusters", String.join(" ", clusters), "none: an admin sees all");
        }
        clusters.stream().filter(name -> !Names.isCluster(name)).findFirst().ifPresent(name -> {
            throw bad("clusters", name, Names.CLUSTER_FORM);
        });
    }

    private void forget(String username) {
        sessions.endAllBut(username, "");
        tokens.forgetAll();
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static BadFieldsException bad(String field, String value, String expected) {
        return new BadFieldsException(List.of(new FieldError(field, value, expected)));
    }
}
