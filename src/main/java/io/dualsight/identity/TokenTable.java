package io.dualsight.identity;

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
 * @param columns that the mapper reads, in its order
 * @param mapper makes a token of a row
 */
record TokenTable<T>(JdbcClient jdbc, String name, String columns, RowMapper<T> mapper) {

    List<T> newest(long before, int limit) {
        return jdbc.sql("select " + columns + " from " + name + " where id < ? order by id desc limit ?")
                .params(before, limit)
                .query(mapper)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from " + name).query(Long.class).single();
    }

    Optional<T> find(String secret) {
        return jdbc.sql("select " + columns + " from " + name + " where token_hash = ?")
                .param(TokenText.hash(secret))
                .query(mapper)
                .optional();
    }

    boolean revoke(long id, Instant at) {
        return jdbc.sql("update " + name + " set revoked_at = ? where id = ? and revoked_at is null")
                        .param(DatabaseTime.write(at))
                        .param(id)
                        .update()
                == 1;
    }
}
