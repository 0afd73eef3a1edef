package io.dualsight.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tables of both kinds of token have in common.
 *
 * @param jdbc the database
 * @param name of the table
 * @param own columns of that kind, after those of both kinds
 * @param mapper makes a token of a row
 */
record TokenTable<T>(JdbcClient jdbc, String name, String own, RowMapper<T> mapper) {
    /** The first column that is of one kind alone. */
    static final int OWN = 9;

    private static final String SHARED =
            "id, name, created_by, created_at, expires_at, revoked_at, last_used_at, last_address, ";

    static TokenLife life(ResultSet row) throws SQLException {
        return new TokenLife(
                row.getString(3),
                DatabaseTime.readPresent(row, 4),
                DatabaseTime.read(row, 5),
                DatabaseTime.read(row, 6),
                DatabaseTime.read(row, 7),
                row.getString(8));
    }

    List<T> newest(long before, int limit) {
        return jdbc.sql(select("id < ? order by id desc limit ?"))
                .params(before, limit)
                .query(mapper)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from " + name).query(Long.class).single();
    }

    Optional<T> find(String secret) {
        return jdbc.sql(select("token_hash = ?"))
                .param(TokenText.hash(secret))
                .query(mapper)
                .optional();
    }

    /** The token of that number, which nobody else changes until this transaction ends. */
    Optional<T> lock(long id) {
        return jdbc.sql(select("id = ? for update")).param(id).query(mapper).optional();
    }

    boolean revoke(long id, Instant at) {
        return jdbc.sql("update " + name + " set revoked_at = ? where id = ? and revoked_at is null")
                        .param(DatabaseTime.write(at))
                        .param(id)
                        .update()
                == 1;
    }

    private String select(String where) {
        return "select " + SHARED + own + " from " + name + " where " + where;
    }
}
