package io.dualsight.web;

import io.dualsight.store.NodeChange;
import io.dualsight.store.NodePast;
import io.dualsight.store.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one node's verdict went in the last 24 hours, as a strip of 240 units, and in words for who does not see it. */
final class VerdictStrip {

    /** How far back it looks. */
    static final Duration LENGTH = Duration.ofHours(24);

    private static final int UNITS = 240;

    private final NodePast past;
    private final Wording wording;
    private final Instant from;
    private final List<NodeList.Span> spans = new ArrayList<>();
    private String verdict;
    private boolean stale;
    private Instant since;

    VerdictStrip(NodeStatus node, NodePast past, Wording wording) {
        this.past = past;
        this.wording = wording;
        this.from = wording.now().minus(LENGTH);
        this.verdict = at("verdict", node.judged().verdict().wire());
        this.stale = Boolean.parseBoolean(at("stale", String.valueOf(node.seen().stale())));
        this.since = past.firstSeenAt().isAfter(from) ? past.firstSeenAt() : from;
    }

    /** What it was when the day began: what the first change changed, or what it still is. */
    private String at(String what, String now) {
        return past.changes().stream()
                .filter(change -> change.what().equals(what))
                .findFirst()
                .map(NodeChange::before)
                .orElse(now);
    }

    NodeList.Strip strip() {
        int changes = 0;
        for (NodeChange change : past.changes()) {
            @Nullable String after = change.after();
            if (after != null && change.changedAt().isAfter(since)) {
                end(change.changedAt());
                changes++;
            }
            take(change.what(), after);
        }
        end(wording.now());
        return new NodeList.Strip(spans, words(changes));
    }

    private void take(String what, @Nullable String after) {
        if (what.equals("stale")) {
            stale = Boolean.parseBoolean(after);
        } else if (after != null) {
            verdict = after;
        }
    }

    private void end(Instant at) {
        long x = place(since);
        long width = Math.max(1, place(at) - x);
        spans.add(new NodeList.Span(stale ? "stale" : verdict, x, width));
        since = at;
    }

    private long place(Instant at) {
        return Math.max(0, Math.min(UNITS, Duration.between(from, at).toMinutes() * UNITS / LENGTH.toMinutes()));
    }

    private String words(int changes) {
        return changes == 0
                ? wording.text("strip.steady")
                : wording.text("strip.changes", changes, wording.number(changes));
    }
}
