package io.dualsight.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cluster, on a thread of its own, so that one that hangs holds up no other: watches it where this console is the one
 * that does, else reads what that one leaves on the shelf.
 */
final class ClusterWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STATE_EVERY = Duration.ofSeconds(5);
    /** What is heard in so short a time is told together. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final ClusterSettings.Watched settings;
    private final Leadership leadership;
    private final KnownCluster known;
    private final ClusterShelf shelf;
    private final Clock clock;
    private final Dispatch dispatch;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean newsDue = new AtomicBoolean();
    private @Nullable Session session;
    private long mark;
    private Instant stateAt = Instant.MIN;

    /** A watch that does nothing until it is started. */
    ClusterWatch(
            ClusterSettings.Watched settings,
            Leadership leadership,
            KnownCluster known,
            Watching watching,
            Clock clock) {
        this.settings = settings;
        this.leadership = leadership;
        this.known = known;
        this.shelf = watching.shelf();
        this.clock = clock;
        this.dispatch = new Dispatch(settings.name(), known.views(), shelf, watching.follower());
        // What the client still tells while this is closed comes to nothing.
        this.thread = new ScheduledThreadPoolExecutor(1, this::thread, new ThreadPoolExecutor.DiscardPolicy());
    }

    private Thread thread(Runnable work) {
        Thread made = new Thread(work, "cluster-" + settings.name());
        made.setDaemon(true);
        return made;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a job catches what goes wrong
    void start() {
        thread.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings({"IllegalCatch", "checkstyle:illegalcatch"}) // a job: what fails now is tried again in a second
    private void tick() {
        try {
            if (leadership.leads()) {
                watch();
            } else {
                follow();
            }
        } catch (RuntimeException e) {
            LOG.debug("The watch of cluster {} did not get on", settings.name(), e);
        }
    }

    private void watch() {
        if (session == null) {
            follow();
            LOG.info("This console watches cluster \"{}\" now", settings.name());
            session = new Session(settings, this::news);
            dispatch.begin();
            stateAt = Instant.MIN;
        }
        session.keepRunning(clock.instant());
        report(session);
    }

    /** How the watch stands does not wait for what it has to tell. */
    private void report(Session watched) {
        try {
            tell(watched);
        } finally {
            publish(watched);
        }
    }

    /** Called on the client's threads. */
    @SuppressWarnings("FutureReturnValueIgnored") // a job catches what goes wrong
    private void news() {
        if (newsDue.compareAndSet(false, true)) {
            thread.schedule(this::gathered, GATHER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings({"IllegalCatch", "checkstyle:illegalcatch"}) // a job: the next tick tells what could not be told
    private void gathered() {
        newsDue.set(false);
        try {
            if (session != null) {
                report(session);
            }
        } catch (RuntimeException e) {
            LOG.debug("What cluster {} said could not be told yet", settings.name(), e);
        }
    }

    /** Only what is whole: half a list would tell of nodes that are gone and are not. */
    private void tell(Session watched) {
        if (watched.isSettled()) {
            dispatch.run(watched.observed(), clock.instant());
        }
    }

    private void publish(Session watched) {
        Instant now = clock.instant();
        ClusterState last = known.state();
        boolean same = watched.phase() == last.phase();
        List<ClusterState.Trouble> troubles = new ArrayList<>(watched.troubles());
        leadership.trouble().ifPresent(troubles::add);
        if (same && troubles.equals(last.troubles()) && now.isBefore(stateAt)) {
            return;
        }
        stateAt = now.plus(STATE_EVERY);
        ClusterState next = new ClusterState(
                settings.name(), watched.phase(), same ? last.since() : now, now, watched.seen(), troubles);
        known.state(next);
        log(last, next);
        shelf.keep(next);
    }

    private static void log(ClusterState before, ClusterState now) {
        if (before.phase() != now.phase() || !before.troubles().equals(now.troubles())) {
            now.troubles()
                    .forEach(trouble -> LOG.warn(
                            "Cluster \"{}\", {}: {}{}",
                            now.cluster(),
                            trouble.source(),
                            trouble.detail(),
                            trouble.permission() == null ? "" : " Missing permission: " + trouble.permission()));
            if (now.phase() == ClusterState.Phase.WATCHING) {
                LOG.info("Cluster \"{}\" is watched", now.cluster());
            }
        }
    }

    private void follow() {
        if (session != null) {
            LOG.info("This console no longer watches cluster \"{}\"", settings.name());
            session.close();
            session = null;
        }
        ClusterShelf.Changes changes = shelf.since(settings.name(), mark);
        known.views().apply(changes);
        mark = changes.mark();
        shelf.state(settings.name()).ifPresent(known::state);
        Optional<ClusterState.Trouble> trouble = leadership.trouble();
        ClusterState state = known.state();
        if (trouble.isPresent() && state.phase() != ClusterState.Phase.WATCHING) {
            known.state(state.away(state.since(), List.of(trouble.get())));
        }
    }

    /** Gives the cluster to another console. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (session != null) {
            session.close();
            session = null;
        }
        leadership.close();
    }
}
