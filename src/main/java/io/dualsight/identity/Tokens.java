package io.dualsight.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the caller behind a token. Good tokens are remembered for ten seconds, bad ones never: so many bad ones cannot
 * push out the good ones.
 */
@Component
class Tokens {
    static final int LONGEST = 200;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 20_000;
    private static final String AGENT =
            "select id, expires_at, name, cluster, node, most_nodes from agent_token where token_hash = ? and revoked_at is null";
    private static final String API =
            "select t.id, t.expires_at, t.created_by, t.role, p.role from api_token t left join person p"
                    + " on p.username = t.created_by where t.token_hash = ? and t.revoked_at is null"
                    + " and p.disabled_at is null";

    /** Lent ones are kept in no table and have no key. */
    private record Good(
            Caller caller,
            TokenUses.@Nullable Key key,
            @Nullable Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TokenUses uses;
    private final PersonTable people;
    private final Cache<String, Good> good = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    private final Map<String, Good> lent = new ConcurrentHashMap<>();

    Tokens(JdbcClient jdbc, Clock clock, TokenUses uses, PersonTable people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.uses = uses;
        this.people = people;
    }

    /**
     * Empty for a token that was never made, was revoked or has expired.
     *
     * @param address of the sender
     */
    Optional<Caller> find(String token, String address) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Good found = good.get(TokenText.hash(token), hash -> load(token, hash));
        if (found == null || isOver(found.expiresAt())) {
            return Optional.empty();
        }
        if (found.key() != null) {
            uses.note(found.key(), address);
        }
        return Optional.of(found.caller());
    }

    /** Admits a caller for as long as this process runs, and only here: nothing is kept. */
    void lend(String token, Caller caller) {
        lent.put(TokenText.hash(token), new Good(caller, null, null));
    }

    void forgetAll() {
        good.invalidateAll();
    }

    private boolean isOver(@Nullable Instant expiresAt) {
        return expiresAt != null && !clock.instant().isBefore(expiresAt);
    }

    private @Nullable Good load(String token, String hash) {
        if (lent.containsKey(hash)) {
            return lent.get(hash);
        }
        if (token.startsWith(TokenText.AGENT_PREFIX)) {
            return jdbc.sql(AGENT)
                    .param(hash)
                    .query((row, n) -> agent(row))
                    .optional()
                    .orElse(null);
        }
        return token.startsWith(TokenText.API_PREFIX)
                ? jdbc.sql(API)
                        .param(hash)
                        .query((row, n) -> program(row))
                        .optional()
                        .orElse(null)
                : null;
    }

    private static Good agent(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        Integer most = row.getObject(6, Integer.class);
        Caller.Node agent = new Caller.Node(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                most == null ? null : new Caller.Allowance(id, most));
        return new Good(agent, new TokenUses.Key(TokenUses.Kind.AGENT, id), DatabaseTime.read(row, 2));
    }

    /** A token never does more than its maker may by now. */
    private Good program(ResultSet row) throws SQLException {
        Role role = Role.of(row.getString(4)).orElseThrow();
        Role makers =
                row.getString(5) == null ? role : Role.of(row.getString(5)).orElseThrow();
        Caller.Person person = new Caller.Person(
                row.getString(3), role.compareTo(makers) <= 0 ? role : makers, people.clusters(row.getString(3)));
        TokenUses.Key key = new TokenUses.Key(TokenUses.Kind.API, row.getLong(1));
        return new Good(person, key, DatabaseTime.read(row, 2));
    }
}
