package io.dualsight.web;

import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeStatuses;
import io.dualsight.store.Pulses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages what is new. While none is open, it does not look. */
@Component
class LiveFeed {

    static final int MOST_PAGES = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BEAT = Duration.ofSeconds(10);
    /** Then the page comes again, and its session is checked again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<LivePage> pages = ConcurrentHashMap.newKeySet();
    private final Pulses pulses;
    private final NodeStatuses nodes;
    private final Clock clock;
    private final Executor sender;
    private @Nullable Thread thread;

    @SuppressWarnings("ParameterNumber") // a constructor
    LiveFeed(
            Pulses pulses,
            NodeStatuses nodes,
            Clock clock,
            @Qualifier("applicationTaskExecutor") Executor sender,
            MeterRegistry meters) {
        this.pulses = pulses;
        this.nodes = nodes;
        this.clock = clock;
        this.sender = sender;
        meters.gaugeCollectionSize("dualsight.live.pages", Tags.empty(), pages);
    }

    /** Opens a stream for a page with these nodes; nothing where there are too many. */
    @Nullable
    SseEmitter open(Set<NodeKey> shown) {
        if (pages.size() >= MOST_PAGES) {
            return null;
        }
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        LivePage[] page = new LivePage[1];
        page[0] = new LivePage(emitter, shown, sender, () -> pages.remove(page[0]));
        Runnable gone = () -> pages.remove(page[0]);
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> gone.run());
        pages.add(page[0]);
        page[0].offer(LiveUpdate.NOTHING, true);
        start();
        return emitter;
    }

    private synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::watch, "live-feed");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends with the last page. */
    private void watch() {
        LiveWatch watch = new LiveWatch(pulses, nodes);
        Instant beaten = clock.instant();
        try {
            while (goesOn()) {
                Instant now = clock.instant();
                boolean beat = !now.isBefore(beaten.plus(BEAT));
                beaten = beat ? now : beaten;
                LiveUpdate update = look(watch, now);
                pages.forEach(page -> page.offer(update, beat));
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean goesOn() {
        if (pages.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }

    private static LiveUpdate look(LiveWatch watch, Instant now) {
        try {
            return watch.look(now);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("open pages are not told what is new while the database is away", e);
            return LiveUpdate.NOTHING;
        }
    }

    /** Before the web server waits for open requests to end. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        pages.forEach(LivePage::close);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
