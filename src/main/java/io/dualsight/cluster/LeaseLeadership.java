package io.dualsight.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** By a Lease in the cluster itself. A console that dies keeps it for 15 seconds; one that stops gives it back. */
final class LeaseLeadership implements Leadership {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEW = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ApiClient client;
    private final String namespace;
    private final String name;
    private final String identity = UUID.randomUUID().toString();
    private final ExecutorService thread;
    private final Clock clock;
    private @Nullable CompletableFuture<?> election;
    private volatile boolean leads;
    private volatile Instant renewedAt = Instant.MIN;
    private volatile ClusterState.@Nullable Trouble trouble;

    LeaseLeadership(ClusterSettings.Watched settings, String namespace, Clock clock) {
        this(
                settings,
                namespace,
                clock,
                Executors.newSingleThreadExecutor(work -> daemon(work, "lease-" + settings.name())));
    }

    /**
     * By a Lease in that namespace.
     *
     * @param thread that renews it; this shuts it down
     */
    LeaseLeadership(ClusterSettings.Watched settings, String namespace, Clock clock, ExecutorService thread) {
        this.clock = clock;
        this.client = new ApiClient(settings);
        this.namespace = namespace;
        this.name = "dualsight-watch-" + settings.name();
        this.thread = thread;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread made = new Thread(work, name);
        made.setDaemon(true);
        return made;
    }

    @Override
    public boolean leads() {
        if (election == null || election.isDone()) {
            leads = false;
            stand();
        }
        // whoever has not renewed it for so long may have a successor already, whatever it believes
        return leads && clock.instant().isBefore(renewedAt.plus(RENEW));
    }

    /** Stands for election; an elector serves once, and ends when it has led. */
    private void stand() {
        try {
            LeaderElectionConfig config = new LeaderElectionConfigBuilder()
                    .withName(name)
                    .withLock(new NotedLock())
                    .withLeaseDuration(LEASE)
                    .withRenewDeadline(RENEW)
                    .withRetryPeriod(RETRY)
                    .withReleaseOnCancel(true)
                    .withLeaderCallbacks(new LeaderCallbacks(() -> leads = true, () -> leads = false, leader -> {}))
                    .build();
            election = new LeaderElector(client.get(), config, thread).start();
        } catch (ApiClient.UnusableException e) {
            trouble = new ClusterState.Trouble("lease", String.valueOf(e.getMessage()), null);
        }
    }

    @Override
    public Optional<ClusterState.Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        leads = false;
        if (election != null) {
            election.cancel(true);
            election = null;
        }
        thread.shutdown();
        client.close();
    }

    /** Notes why the Lease cannot be had, of which the elector says nothing but in its log. */
    private final class NotedLock extends LeaseLock {

        NotedLock() {
            super(namespace, name, identity);
        }

        @Override
        public synchronized @Nullable LeaderElectionRecord get(KubernetesClient api) {
            try {
                LeaderElectionRecord found = super.get(api);
                trouble = null;
                return found;
            } catch (KubernetesClientException e) {
                throw noted(e);
            }
        }

        @Override
        public synchronized void create(KubernetesClient api, LeaderElectionRecord record) {
            try {
                super.create(api, record);
                renewedAt = clock.instant();
            } catch (KubernetesClientException e) {
                throw noted(e);
            }
        }

        @Override
        public synchronized void update(KubernetesClient api, LeaderElectionRecord record) {
            try {
                super.update(api, record);
                renewedAt = clock.instant();
            } catch (KubernetesClientException e) {
                throw noted(e);
            }
        }

        private KubernetesClientException noted(KubernetesClientException e) {
            if (e.getCode() != 409) {
                trouble = ApiFault.trouble("lease", e);
            }
            return e;
        }
    }
}
