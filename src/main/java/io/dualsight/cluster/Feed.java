package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One kind of object, watched for as long as this lives: where its informer fails, another is started later, with the
 * memory of the first. Called by its cluster's thread, told by the client's.
 *
 * @param <T> the objects
 */
final class Feed<T extends HasMetadata> {

    /** So many objects stand in memory whole, while a list is read. */
    private static final long PAGE = 500;

    /**
     * What to watch, and whom to tell.
     *
     * @param name of the objects, as RBAC and {@code /clusters} say it
     * @param source the objects
     * @param empty makes a stub
     * @param seen told an object that is new or different
     * @param gone told the metadata's name of one that is no more
     */
    record Plan<T extends HasMetadata>(
            String name,
            Function<KubernetesClient, Informable<T>> source,
            Supplier<T> empty,
            BiConsumer<String, T> seen,
            Consumer<String> gone) {}

    private final Plan<T> plan;
    private final StubStore<T> stubs;
    private final Runnable news;
    private final Backoff backoff = new Backoff();
    private @Nullable SharedIndexInformer<T> informer;
    private volatile boolean listed;
    private volatile @Nullable Throwable fault;
    private volatile boolean stopped;

    /**
     * A feed.
     *
     * @param news called after anything was told
     */
    Feed(Plan<T> plan, Runnable news) {
        this.plan = plan;
        this.stubs = new StubStore<>(plan.empty());
        this.news = news;
    }

    /** Starts the informer where there is none and it is time to. */
    void keepRunning(KubernetesClient client, Instant now) {
        if (informer != null && stopped) {
            informer.stop();
            informer = null;
            backoff.failed(now);
        }
        if (informer == null && backoff.isDue(now)) {
            start(client);
        }
        if (informer != null && informer.isWatching()) {
            fault = null;
            backoff.succeeded();
        }
    }

    private void start(KubernetesClient client) {
        stopped = false;
        SharedIndexInformer<T> made =
                plan.source().apply(client).withLimit(PAGE).runnableInformer(0);
        made.itemStore(stubs);
        made.exceptionHandler((started, failure) -> {
            fault = failure;
            stopped = true;
            news.run();
            return false;
        });
        made.addEventHandler(new Teller());
        informer = made;
        made.start();
    }

    /** Lists anew at the next chance: who was away may have missed something. */
    void restart() {
        stop();
        backoff.succeeded();
    }

    void stop() {
        if (informer != null) {
            informer.stop();
            informer = null;
        }
        listed = false;
    }

    /** Whether all that there is was told at least once since the start, or it was said that nothing will be. */
    boolean isSettled() {
        return listed || fault != null;
    }

    /** Whether all that there is was told. */
    boolean isListed() {
        return listed;
    }

    /** Why it does not run; empty where it does, or where there are no such objects to be had. */
    Optional<ClusterState.Trouble> trouble() {
        Throwable failure = fault;
        if (failure == null || ApiFault.isUnknownKind(failure)) {
            return Optional.empty();
        }
        // the JDK's web sockets drop the sentence that comes with a refusal, and with it the permission
        String asked = (listed ? "watch " : "list ") + plan.name();
        return Optional.of(ApiFault.trouble(plan.name(), failure, asked));
    }

    /** Runs on the client's threads. */
    private final class Teller implements ResourceEventHandler<T> {

        @Override
        public void onList(String resourceVersion, boolean remainedEmpty) {
            listed = true;
            news.run();
        }

        @Override
        public void onAdd(T item) {
            plan.seen().accept(stubs.getKey(item), item);
            news.run();
        }

        @Override
        public void onUpdate(T old, T item) {
            onAdd(item);
        }

        @Override
        public void onDelete(T item, boolean unseen) {
            plan.gone().accept(stubs.getKey(item));
            news.run();
        }
    }
}
