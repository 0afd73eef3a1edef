package io.dualsight.ingest;

import io.dualsight.cluster.NodeViewChanged;
import io.dualsight.store.AddressShared;
import io.dualsight.store.NodeKey;
import io.dualsight.store.ServerSettingsChanged;
import io.dualsight.store.StandingJudgements;
import io.dualsight.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Nodes that something else than their report has changed for, waiting to be judged again. A node waits once however
 * often it is named, so the queue is never longer than the fleet. What is lost when the console stops, the nodes' next
 * reports make good.
 */
@Component
class RejudgeQueue implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RejudgeQueue.class);
    private static final long RETRY_SECONDS = 2;

    private final Rejudging rejudging;
    private final StandingJudgements standing;
    private final Set<NodeKey> nodes = new LinkedHashSet<>();
    private final Set<String> clusters = new LinkedHashSet<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(RejudgeQueue::thread);

    RejudgeQueue(Rejudging rejudging, StandingJudgements standing) {
        this.rejudging = rejudging;
        this.standing = standing;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rejudge");
        thread.setDaemon(true);
        return thread;
    }

    @EventListener
    void changed(NodeViewChanged view) {
        add(List.of(new NodeKey(view.cluster(), view.node())));
    }

    @EventListener
    void shared(AddressShared address) {
        add(address.nodes());
    }

    @EventListener
    void changed(ServerSettingsChanged settings) {
        synchronized (this) {
            clusters.add(settings.cluster());
        }
        wake(0);
    }

    private void add(List<NodeKey> more) {
        synchronized (this) {
            nodes.addAll(more);
        }
        wake(0);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches what fails in it
    private void wake(long seconds) {
        if (!worker.isShutdown()) {
            worker.schedule(this::work, seconds, TimeUnit.SECONDS);
        }
    }

    /** Until nothing waits. */
    @SuppressWarnings({"checkstyle:illegalcatch", "IllegalCatch"}) // a node that fails must not keep the others waiting
    private void work() {
        List<NodeKey> batch = List.of();
        try {
            batch = next();
            while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
                putBack(rejudging.judge(batch));
                batch = next();
            }
        } catch (StoreUnavailableException | DataAccessResourceFailureException e) {
            LOG.debug("The database is away; nodes wait to be judged again", e);
            putBack(batch);
            wake(RETRY_SECONDS);
        } catch (RuntimeException e) {
            LOG.error("{} nodes were not judged again; their next reports will be", batch.size(), e);
            wake(RETRY_SECONDS);
        }
    }

    private synchronized void putBack(List<NodeKey> batch) {
        nodes.addAll(batch);
    }

    private List<NodeKey> next() {
        String cluster;
        synchronized (this) {
            List<NodeKey> batch = new ArrayList<>();
            Iterator<NodeKey> waiting = nodes.iterator();
            while (waiting.hasNext() && batch.size() < Rejudging.AT_ONCE) {
                batch.add(waiting.next());
                waiting.remove();
            }
            if (!batch.isEmpty() || clusters.isEmpty()) {
                return batch;
            }
            cluster = clusters.iterator().next();
        }
        List<NodeKey> all = nodesOf(cluster);
        synchronized (this) {
            clusters.remove(cluster);
            nodes.addAll(all);
        }
        return all.isEmpty() ? List.of() : next();
    }

    private List<NodeKey> nodesOf(String cluster) {
        List<NodeKey> found = new ArrayList<>();
        List<NodeKey> page = standing.behind(new NodeKey(cluster, ""), Rejudging.AT_ONCE);
        while (!page.isEmpty() && page.get(0).cluster().equals(cluster)) {
            page.stream().filter(node -> node.cluster().equals(cluster)).forEach(found::add);
            page = standing.behind(page.get(page.size() - 1), Rejudging.AT_ONCE);
        }
        return found;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
