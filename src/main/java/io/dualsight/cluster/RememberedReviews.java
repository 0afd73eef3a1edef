package io.dualsight.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Remembers what clusters said of tokens: a yes for as long as agents need between two reports, a no for a moment, and
 * apart, so that many bad tokens cannot push out the good ones.
 */
@Component
class RememberedReviews implements TokenReviews, DisposableBean {

    static final Duration YES = Duration.ofSeconds(60);
    private static final Duration NO = Duration.ofSeconds(5);
    private static final int MOST_GOOD = 20_000;
    private static final int MOST_BAD = 1_000;
    private static final int MOST_KEYS = 1_000;

    private final Map<String, Reviewer> reviewers = new LinkedHashMap<>();
    private final Clock clock;
    private final Cache<String, ReviewedAgent> good;
    private final Cache<String, Boolean> bad;
    private final Cache<String, String> clusterOfKey =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();

    RememberedReviews(ClusterSettings settings, Clock clock) {
        settings.clusters().forEach(each -> reviewers.put(each.name(), new Reviewer(each, clock)));
        this.clock = clock;
        this.good = cache(YES, MOST_GOOD);
        this.bad = cache(NO, MOST_BAD);
    }

    private <V> Cache<String, V> cache(Duration kept, int most) {
        return Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(kept)
                .maximumSize(most)
                .build();
    }

    @Override
    public Optional<ReviewedAgent> review(String token) {
        TokenText text = reviewers.isEmpty() ? null : TokenText.read(token);
        if (text == null || isOver(text.expiresAt()) || bad.getIfPresent(text.sha256()) != null) {
            return Optional.empty();
        }
        ReviewedAgent known = good.getIfPresent(text.sha256());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ReviewedAgent> agent = ask(token, text);
        if (agent.isPresent()) {
            good.put(text.sha256(), agent.get());
        } else {
            bad.put(text.sha256(), true);
        }
        return agent;
    }

    private boolean isOver(@Nullable Instant expiresAt) {
        return expiresAt != null && !clock.instant().isBefore(expiresAt);
    }

    /** No cluster's word counts for another's tokens: the first yes is the only one there can be. */
    private Optional<ReviewedAgent> ask(String token, TokenText text) {
        ReviewUnavailableException unavailable = null;
        for (Reviewer each : inOrder(text.keyId())) {
            try {
                Optional<ReviewedAgent> agent = each.review(token);
                if (agent.isPresent()) {
                    if (text.keyId() != null) {
                        clusterOfKey.put(text.keyId(), agent.get().cluster());
                    }
                    return agent;
                }
            } catch (ReviewUnavailableException e) {
                unavailable = e;
            }
        }
        if (unavailable != null) {
            throw unavailable;
        }
        return Optional.empty();
    }

    /** The cluster that knew another token of the same key comes first. */
    private List<Reviewer> inOrder(@Nullable String keyId) {
        String first = keyId == null ? null : clusterOfKey.getIfPresent(keyId);
        List<Map.Entry<String, Reviewer>> all = new ArrayList<>(reviewers.entrySet());
        all.sort(Comparator.comparing(each -> !each.getKey().equals(first)));
        return all.stream().map(Map.Entry::getValue).toList();
    }

    /** Why a cluster could not be asked when it last was; empty where it could. */
    Optional<ClusterState.Trouble> trouble(String cluster) {
        return Optional.ofNullable(reviewers.get(cluster)).flatMap(Reviewer::trouble);
    }

    @Override
    public void destroy() {
        reviewers.values().forEach(Reviewer::close);
    }
}
