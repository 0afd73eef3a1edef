package io.dualsight.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of people. */
@Component
class PersonTable {
    private static final String SELECT =
            "select username, role, origin, created_at, last_sign_in_at, disabled_at, password_hash from person ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person and the hash of the password; absent where another server checks it. */
    record Entry(Person person, @Nullable String passwordHash) {}

    Optional<Entry> find(String username) {
        return jdbc.sql(SELECT + "where username = ?")
                .param(username)
                .query((row, n) -> new Entry(read(row), row.getString(7)))
                .optional();
    }

    List<Person> all() {
        return jdbc.sql(SELECT + "order by username")
                .query((row, n) -> read(row))
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    /** How many admins may sign in. Their rows are locked: nobody else takes one away until this transaction ends. */
    int lockAdmins() {
        return jdbc.sql("select username from person where role = 'admin' and disabled_at is null for update")
                .query(String.class)
                .list()
                .size();
    }

    void add(String username, @Nullable String passwordHash, Role role, Person.Origin origin) {
        Object now = DatabaseTime.write(clock.instant());
        jdbc.sql("insert into person (username, password_hash, role, created_at, password_changed_at, origin)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(username)
                .param(passwordHash)
                .param(role.word())
                .param(now)
                .param(now)
                .param(origin.word())
                .update();
    }

    void changePassword(String username, String passwordHash) {
        jdbc.sql("update person set password_hash = ?, password_changed_at = ? where username = ?")
                .params(passwordHash, DatabaseTime.write(clock.instant()), username)
                .update();
    }

    void changeRole(String username, Role role, Set<String> clusters) {
        jdbc.sql("update person set role = ? where username = ?")
                .params(role.word(), username)
                .update();
        jdbc.sql("delete from person_cluster where username = ?")
                .param(username)
                .update();
        for (String cluster : clusters) {
            jdbc.sql("insert into person_cluster (username, cluster) values (?, ?)")
                    .params(username, cluster)
                    .update();
        }
    }

    boolean disable(String username) {
        return jdbc.sql("update person set disabled_at = ? where username = ? and disabled_at is null")
                        .params(DatabaseTime.write(clock.instant()), username)
                        .update()
                == 1;
    }

    boolean enable(String username) {
        return jdbc.sql("update person set disabled_at = null where username = ? and disabled_at is not null")
                        .param(username)
                        .update()
                == 1;
    }

    void signedIn(String username) {
        jdbc.sql("update person set last_sign_in_at = ? where username = ?")
                .params(DatabaseTime.write(clock.instant()), username)
                .update();
    }

    Set<String> clusters(String username) {
        return Set.copyOf(jdbc.sql("select cluster from person_cluster where username = ?")
                .param(username)
                .query(String.class)
                .list());
    }

    private Person read(ResultSet row) throws SQLException {
        String username = row.getString(1);
        return new Person(
                username,
                Role.of(row.getString(2)).orElseThrow(),
                clusters(username),
                Person.Origin.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                new Person.Times(
                        DatabaseTime.readPresent(row, 4), DatabaseTime.read(row, 5), DatabaseTime.read(row, 6)));
    }
}
