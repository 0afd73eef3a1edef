package io.dualsight.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes trespasses down; bounded, so that nobody can fill the audit with them. */
@Component
class AuditedTrespasses implements Trespasses {
    static final String ACTION = "report-refused";
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final int SUBJECT = 200;

    private final Audit audit;
    private final Cache<String, Boolean> written;

    AuditedTrespasses(Audit audit, Clock clock) {
        this.audit = audit;
        this.written = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(ONCE_IN)
                .maximumSize(MOST)
                .build();
    }

    @Override
    public void note(Caller.Node agent, @Nullable String cluster, @Nullable String node) {
        String target = (cluster == null ? agent.cluster() : cluster) + "/" + node;
        String clean = target.replaceAll("\\p{Cntrl}", "?");
        String subject = "node " + clean.substring(0, Math.min(clean.length(), SUBJECT));
        String actor = agent.node() == null ? agent.name() : agent.name() + " on " + agent.node();
        if (written.asMap().putIfAbsent(actor + " " + subject, true) == null) {
            audit.write(actor, ACTION, subject, null);
        }
    }
}
