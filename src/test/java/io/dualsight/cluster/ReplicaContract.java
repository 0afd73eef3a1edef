package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two consoles and one cluster, on any API server. */
abstract class ReplicaContract {

    private static final Duration TAKEOVER = Duration.ofSeconds(30);

    final String name = "node-" + UUID.randomUUID().toString().substring(0, 8);
    Api api;
    private final MemoryShelf shelf = new MemoryShelf();

    abstract Api server();

    @BeforeEach
    void start() {
        api = server();
        api.allow(ApiObjects.EVERYTHING);
        api.admin().nodes().resource(ApiObjects.node(name, "2001:db8:1::10")).create();
        api.ensure(ApiObjects.namespace("dualsight"));
    }

    @AfterEach
    void stop() {
        api.admin().nodes().withName(name).delete();
        api.admin().leases().inNamespace("dualsight").delete();
        api.close();
    }

    @Test
    void takesOverWhatAKilledConsoleWatchedByTheLock() {
        MemoryLock lock = new MemoryLock();
        MemoryLock.Hand hand = lock.hand();
        try (Replica first = new Replica(api.kubeconfig(), shelf, hand)) {
            await().atMost(TAKEOVER).until(() -> first.wasTold(name));
            try (Replica second = new Replica(api.kubeconfig(), shelf, lock.hand())) {
                takesOver(first, second, hand::die);
            }
        }
    }

    @Test
    void takesOverWhatAKilledConsoleWatchedByTheLease() {
        ExecutorService killed = Executors.newSingleThreadExecutor();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Replica first = new Replica(api.kubeconfig(), shelf, lease(killed))) {
            await().atMost(TAKEOVER).until(() -> first.wasTold(name));
            try (Replica second = new Replica(api.kubeconfig(), shelf, lease(other))) {
                takesOver(first, second, killed::shutdownNow);
            }
        }
    }

    private Leadership lease(ExecutorService thread) {
        return new LeaseLeadership(Replica.settings(api.kubeconfig()), "dualsight", Clock.systemUTC(), thread);
    }

    private void takesOver(Replica first, Replica second, Runnable kill) {
        await().atMost(Duration.ofSeconds(10)).until(() -> second.node(name).isPresent());
        assertThat(second.told).as("one watches, the other reads").isEmpty();
        await().atMost(Duration.ofSeconds(10)).until(() -> second.phase() == ClusterState.Phase.WATCHING);

        first.kill();
        kill.run();
        api.admin().nodes().withName(name).edit(node -> {
            node.getMetadata().getAnnotations().put("rke2.io/internal-ip", "2001:db8:1::99");
            return node;
        });

        await().atMost(TAKEOVER).until(() -> second.wasTold(name));
        assertThat(second.node(name).orElseThrow().kubernetes().annotations())
                .containsEntry("rke2.io/internal-ip", "2001:db8:1::99");
    }

    @Test
    void givesItBackWhereItStops() {
        MemoryLock lock = new MemoryLock();
        Replica first = new Replica(api.kubeconfig(), shelf, lock.hand());
        await().atMost(TAKEOVER).until(() -> first.wasTold(name));
        try (Replica second = new Replica(api.kubeconfig(), shelf, lock.hand())) {
            await().atMost(Duration.ofSeconds(10)).until(() -> second.node(name).isPresent());

            first.close();

            await().atMost(Duration.ofSeconds(8))
                    .until(() -> second.phase() == ClusterState.Phase.WATCHING
                            && second.state().since().isAfter(first.state().since()));
            assertThat(second.told).as("nothing has changed meanwhile").isEmpty();
        }
    }
}
