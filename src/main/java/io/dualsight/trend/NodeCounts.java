package io.dualsight.trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many nodes have which value: now, and by how many each value grew in each bucket. */
final class NodeCounts {

    /** Of what happened before the range, which is of no interest. */
    private static final int BEFORE = -1;

    private final Span span;
    private final Map<String, Value> values = new HashMap<>();

    NodeCounts(Span span) {
        this.span = span;
    }

    /** In which bucket a second since 1970 lies; all that is after the range lies in one more. */
    int bucket(long second) {
        return second < span.from().getEpochSecond() ? BEFORE : Math.min(span.index(second), span.points());
    }

    /** One node has this value now. */
    void now(String value, int came) {
        value(value).now++;
        add(came, null, value(value));
    }

    /** One node went from a value to another; absent = none. */
    void add(int bucket, @Nullable Value from, @Nullable Value to) {
        if (bucket == BEFORE) {
            return;
        }
        if (from != null) {
            from.gained[bucket]--;
        }
        if (to != null) {
            to.gained[bucket]++;
        }
    }

    Value value(String name) {
        return values.computeIfAbsent(name, each -> new Value(span.points() + 1));
    }

    /** Where a change is lost, a count may come out wrong, but never as nonsense. */
    List<CountPoint> points() {
        values.remove("");
        List<CountPoint> points = new ArrayList<>();
        for (int i = span.points() - 1; i >= 0; i--) {
            Map<String, Long> nodes = new HashMap<>();
            int after = i + 1;
            values.forEach((name, value) -> nodes.put(name, Math.max(0, value.takeBack(after))));
            points.add(new CountPoint(span.start(i), nodes));
        }
        Collections.reverse(points);
        return points;
    }

    /** One value. */
    static final class Value {

        private final long[] gained;
        private long now;

        private Value(int buckets) {
            gained = new long[buckets];
        }

        /** How many nodes had it before this bucket, which was the last so far. */
        long takeBack(int bucket) {
            now -= gained[bucket];
            return now;
        }
    }
}
