package io.dualsight.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who sign in with a password. */
@Component
class People {

    /** One of them, with the hash of the password. */
    record Entry(String username, String passwordHash, Role role) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Entry> find(String username) {
        return jdbc.sql("select username, password_hash, role from person where username = ?")
                .param(username)
                .query((row, n) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        Role.of(row.getString(3)).orElseThrow()))
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    void add(Entry person) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("insert into person (username, password_hash, role, created_at, password_changed_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(person.username(), person.passwordHash(), person.role().word(), now, now)
                .update();
    }

    void changePassword(String username, String passwordHash) {
        jdbc.sql("update person set password_hash = ?, password_changed_at = ? where username = ?")
                .params(passwordHash, OffsetDateTime.now(clock), username)
                .update();
    }
}
