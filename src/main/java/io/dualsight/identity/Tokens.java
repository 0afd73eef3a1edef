package io.dualsight.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    private record Good(Caller caller, @Nullable Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, Good> good = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    private final Map<String, Good> lent = new ConcurrentHashMap<>();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty for a token that was never made, was revoked or has expired. */
    Optional<Caller> find(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Good found = good.get(TokenText.hash(token), hash -> load(token, hash));
        return found == null || isOver(found.expiresAt()) ? Optional.empty() : Optional.of(found.caller());
    }

    /** Admits a caller for as long as this process runs, and only here: nothing is kept. */
    void lend(String token, Caller caller) {
        lent.put(TokenText.hash(token), new Good(caller, null));
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
            return loadAgent(hash);
        }
        return token.startsWith(TokenText.API_PREFIX) ? loadApi(hash) : null;
    }

    private @Nullable Good loadAgent(String hash) {
        return jdbc.sql("select name, cluster, node from agent_token where token_hash = ? and revoked_at is null")
                .param(hash)
                .query((row, n) ->
                        new Good(new Caller.Node(row.getString(1), row.getString(2), row.getString(3)), null))
                .optional()
                .orElse(null);
    }

    private @Nullable Good loadApi(String hash) {
        return jdbc.sql(
                        "select created_by, role, expires_at from api_token where token_hash = ? and revoked_at is null")
                .param(hash)
                .query((row, n) -> new Good(
                        new Caller.Person(
                                row.getString(1), Role.of(row.getString(2)).orElseThrow()),
                        DatabaseTime.read(row, 3)))
                .optional()
                .orElse(null);
    }
}
