package io.dualsight.web;

import io.dualsight.contract.Json;
import io.dualsight.store.NodeKey;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. What it does not take at once waits for it in one piece, so a slow page costs no memory. */
final class LivePage {

    private final SseEmitter emitter;
    private final Set<NodeKey> nodes;
    private final Executor sender;
    private final Runnable gone;
    private @Nullable LiveUpdate waiting;
    private boolean sending;

    /**
     * Not yet open.
     *
     * @param nodes that the page lists; empty where it lists none
     * @param gone called when the page has been closed
     */
    @SuppressWarnings("ParameterNumber") // a constructor
    LivePage(SseEmitter emitter, Set<NodeKey> nodes, Executor sender, Runnable gone) {
        this.emitter = emitter;
        this.nodes = Set.copyOf(nodes);
        this.sender = sender;
        this.gone = gone;
    }

    /** Hands on what concerns this page; an empty update is a sign of life. */
    void offer(LiveUpdate update, boolean beat) {
        LiveUpdate own = update.about(nodes);
        if (own.isEmpty() && !beat) {
            return;
        }
        synchronized (this) {
            waiting = waiting == null ? own : waiting.and(own);
            if (sending) {
                return;
            }
            sending = true;
        }
        sender.execute(this::send);
    }

    private void send() {
        for (LiveUpdate next = next(); next != null; next = next()) {
            if (!sent(next.json(!nodes.isEmpty()))) {
                return;
            }
        }
    }

    private synchronized @Nullable LiveUpdate next() {
        LiveUpdate next = waiting;
        waiting = null;
        sending = next != null;
        return next;
    }

    private boolean sent(Map<String, Object> json) {
        try {
            emitter.send(SseEmitter.event().name("news").data(Json.write(json)));
            return true;
        } catch (IOException | IllegalStateException e) {
            // The reader has left; that is how one notices.
            gone.run();
            return false;
        }
    }

    void close() {
        emitter.complete();
    }
}
