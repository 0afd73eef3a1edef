package io.dualsight.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When and from where tokens are used. A request only notes it in memory; every few seconds the notes are written, and
 * a token's first use from a network is written into the audit log. What was noted when the process dies is noted again
 * by the next request.
 */
@Component
class TokenUses {
    private static final int MOST_NETWORKS = 1_000;
    private static final String INSERT = "insert into token_network (kind, token_id, network, first_at)"
            + " select ?, ?, ?, ? where not exists"
            + " (select 1 from token_network where kind = ? and token_id = ? and network = ?)"
            + " and (select count(*) from token_network where kind = ? and token_id = ?) < " + MOST_NETWORKS;

    /** Which of the two tables a token is in. */
    enum Kind {
        AGENT,
        API;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A kept token. */
    record Key(Kind kind, long id) {}

    private record Use(Instant at, String address) {}

    private record Place(Key key, String network) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final Map<Key, Use> last = new ConcurrentHashMap<>();
    private final Map<Place, Use> fresh = new ConcurrentHashMap<>();
    /** Networks that are written already. One that is pushed out costs a query, and no second line in the audit log. */
    private final Cache<Place, Boolean> known =
            Caffeine.newBuilder().maximumSize(50_000).build();

    TokenUses(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    void note(Key key, String address) {
        Use use = new Use(clock.instant(), address);
        last.put(key, use);
        Place place = new Place(key, ClientAddress.network(address));
        if (known.getIfPresent(place) == null) {
            fresh.putIfAbsent(place, use);
        }
    }

    @Scheduled(fixedDelayString = "5s", initialDelayString = "5s")
    void write() {
        for (Map.Entry<Key, Use> each : Map.copyOf(last).entrySet()) {
            writeLast(each.getKey(), each.getValue());
            last.remove(each.getKey(), each.getValue());
        }
        for (Map.Entry<Place, Use> each : Map.copyOf(fresh).entrySet()) {
            writePlace(each.getKey(), each.getValue());
            known.put(each.getKey(), true);
            fresh.remove(each.getKey());
        }
    }

    private void writeLast(Key key, Use use) {
        jdbc.sql("update " + key.kind().word() + "_token set last_used_at = ?, last_address = ? where id = ?")
                .params(DatabaseTime.write(use.at()), use.address(), key.id())
                .update();
    }

    /** Two replicas may meet the same network at once: one of them writes it. */
    private void writePlace(Place place, Use use) {
        String kind = place.key().kind().word();
        long id = place.key().id();
        String network = place.network();
        try {
            int added = jdbc.sql(INSERT)
                    .params(kind, id, network, DatabaseTime.write(use.at()), kind, id, network, kind, id)
                    .update();
            if (added == 1) {
                audit.write(Audit.CONSOLE, "token-used-from", kind + "-token " + id, use.address());
            }
        } catch (DuplicateKeyException e) {
            // The other one wrote it.
        }
    }
}
