package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A cluster of 5,000 Nodes of 14 KB, listed in pages as kube-apiserver does. */
class HeapTests {

    private static final int NODES = 5_000;
    private static final int MIB = 1024 * 1024;
    private static final Pattern CONTINUE = Pattern.compile("continue=(\\d+)");

    @Test
    void holdsALargeClusterInLittleMemoryAndHasItSoon() {
        try (MockApi api = new MockApi()) {
            // what any watch takes, however small the cluster, is not the Nodes'
            try (Replica small = Replica.alone(api.kubeconfig())) {
                await().atMost(Duration.ofSeconds(30)).until(() -> small.phase() == ClusterState.Phase.WATCHING);
            }
            List<String> pages = pages();
            api.whim(request -> page(request, pages));
            long before = used();
            long start = System.nanoTime();
            try (Replica console = new Replica(api.kubeconfig(), new NoShelf(), new MemoryLock().hand())) {
                await().atMost(Duration.ofSeconds(60)).until(() -> console.told.size() >= NODES);
                Duration sync = Duration.ofNanos(System.nanoTime() - start);
                console.told.clear();
                long heap = (used() - before) / MIB;
                System.out.printf(
                        "cluster: %,d Nodes, first sync %,d ms, %d MiB of heap, %d names%n",
                        NODES,
                        sync.toMillis(),
                        heap,
                        console.known.views().names().size());
                assertThat(sync).isLessThan(Duration.ofSeconds(10));
                assertThat(heap).isLessThanOrEqualTo(20);
            }
        }
    }

    /** Keeps nothing: the real one is a table. */
    private static final class NoShelf implements ClusterShelf {

        @Override
        public Changes since(String cluster, long mark) {
            return new Changes(mark, List.of(), List.of());
        }

        @Override
        public void keep(String cluster, List<NodeView> views, List<String> gone) {}

        @Override
        public void keep(ClusterState state) {}

        @Override
        public Optional<ClusterState> state(String cluster) {
            return Optional.empty();
        }
    }

    private static MockResponse page(RecordedRequest request, List<String> pages) {
        if (!request.getPath().startsWith("/api/v1/nodes?") || request.getPath().contains("watch=true")) {
            return null;
        }
        Matcher next = CONTINUE.matcher(request.getPath());
        return new MockResponse()
                .setResponseCode(200)
                .setHeader("Content-Type", "application/json")
                .setBody(pages.get(next.find() ? Integer.parseInt(next.group(1)) : 0));
    }

    private static List<String> pages() {
        List<String> pages = new ArrayList<>();
        int size = 500;
        for (int first = 0; first < NODES; first += size) {
            List<String> items = new ArrayList<>();
            for (int i = first; i < first + size; i++) {
                items.add(Serialization.asJson(large(i)));
            }
            String next = first + size < NODES ? ",\"continue\":\"" + (pages.size() + 1) + "\"" : "";
            pages.add("{\"kind\":\"NodeList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"" + next
                    + "},\"items\":[" + String.join(",", items) + "]}");
        }
        assertThat(pages.get(0).length() / size).isBetween(13_500, 15_000);
        return pages;
    }

    /** Images are what makes Nodes large. */
    private static Node large(int i) {
        Node node = ApiObjects.node("node-%05d".formatted(i), "2001:db8:1::" + Integer.toHexString(i + 1));
        node.getMetadata().setUid("uid-" + i);
        node.getMetadata().setResourceVersion("1");
        node.getMetadata().setCreationTimestamp(ApiObjects.CREATED);
        List<ContainerImage> images = new ArrayList<>();
        for (int n = 0; n < 56; n++) {
            String name = "registry.example.org/rancher/image-" + n + "-of-node-" + i;
            images.add(
                    new ContainerImage(List.of(name + "@sha256:" + "0".repeat(64), name + ":v1.31.4"), 123_456_789L));
        }
        node.getStatus().setImages(images);
        return node;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
