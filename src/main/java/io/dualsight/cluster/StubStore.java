package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An informer's memory without the objects: their names and versions, which is all that an informer needs to tell what is
 * new, different or gone. It outlives the informer, so one that is started again tells what happened in between.
 *
 * @param <T> the objects
 */
final class StubStore<T extends HasMetadata> implements ItemStore<T> {

    private final Map<String, T> stubs = new ConcurrentHashMap<>();
    private final Supplier<T> empty;

    StubStore(Supplier<T> empty) {
        this.empty = empty;
    }

    @Override
    public String getKey(T item) {
        return Cache.metaNamespaceKeyFunc(item);
    }

    @Override
    public @Nullable T put(String key, T item) {
        return stubs.put(key, stub(item));
    }

    private T stub(T item) {
        ObjectMeta whole = item.getMetadata();
        T stub = empty.get();
        stub.setMetadata(new ObjectMetaBuilder()
                .withName(whole.getName())
                .withNamespace(whole.getNamespace())
                .withResourceVersion(whole.getResourceVersion())
                .build());
        return stub;
    }

    @Override
    public @Nullable T remove(String key) {
        return stubs.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return stubs.keySet().stream();
    }

    @Override
    public Stream<T> values() {
        return stubs.values().stream();
    }

    @Override
    public int size() {
        return stubs.size();
    }

    @Override
    public @Nullable T get(String key) {
        return stubs.get(key);
    }

    /** Not the objects: so the informer hands each on as it comes, and does not look for it here. */
    @Override
    public boolean isFullState() {
        return false;
    }
}
