package io.dualsight.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists who is signed in where, and ends it: a browser whose session is gone is a stranger at its next request. */
@Component
public class Sessions {
    private static final String SELECT = "select s.primary_id, s.principal_name, s.creation_time, s.last_access_time,"
            + " a.attribute_bytes from spring_session s left join spring_session_attributes a"
            + " on a.session_primary_id = s.primary_id and a.attribute_name = '" + SignInPlace.NAME + "' where ";
    private static final String NEWEST = " order by s.last_access_time desc limit ?";
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final SessionText text = new SessionText();

    Sessions(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Those of one person, the last used first, at most 200. */
    public List<Session> of(Caller.Person person) {
        return jdbc.sql(SELECT + "s.principal_name = ?" + NEWEST)
                .params(person.name(), MOST)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those of everybody, the last used first, at most 200. */
    public List<Session> all() {
        return jdbc.sql(SELECT + "s.principal_name is not null" + NEWEST)
                .param(MOST)
                .query((row, n) -> read(row))
                .list();
    }

    /** What the session is called whose cookie carries that; empty where there is none. */
    public Optional<String> idOf(String cookie) {
        return jdbc.sql("select primary_id from spring_session where session_id = ?")
                .param(cookie)
                .query(String.class)
                .optional();
    }

    /** Ends one: one's own, or anybody's for an admin. False where there is none of that id that the person may end. */
    @Transactional
    public boolean end(Caller.Person by, String id) {
        Optional<String> owner = jdbc.sql("select principal_name from spring_session where primary_id = ?")
                .param(id)
                .query(String.class)
                .optional();
        boolean allowed =
                owner.isPresent() && (by.role() == Role.ADMIN || owner.get().equals(by.name()));
        if (allowed) {
            jdbc.sql("delete from spring_session where primary_id = ?")
                    .param(id)
                    .update();
            audit.write(by.name(), "session-ended", owner.get(), null);
        }
        return allowed;
    }

    /** Ends all of a person, but the one of that id where one is given. */
    void endAllBut(String person, String id) {
        jdbc.sql("delete from spring_session where principal_name = ? and primary_id <> ?")
                .params(person, id)
                .update();
    }

    private Session read(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(5);
        SignInPlace place =
                bytes != null && text.read(bytes) instanceof SignInPlace known ? known : SignInPlace.UNKNOWN;
        return new Session(
                row.getString(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                place.address(),
                place.browser());
    }
}
