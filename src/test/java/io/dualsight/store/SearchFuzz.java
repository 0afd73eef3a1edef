package io.dualsight.store;

import io.dualsight.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever is searched for either is a query that the database takes, or is refused before it. */
public final class SearchFuzz implements AutoCloseable {
    private static final List<String> TEXTS = List.of(
            "is:stale family:ipv6-only rule:NODE_IP_AUTODETECTED version:<1.31.5",
            "edge-0042 2001:db8::1",
            "\"two words\" -is:stale");

    private final TestStore store = new TestStore(TestDatabase.H2);

    public Fuzz texts() {
        NodeStatuses nodes = store.statuses;
        return Fuzz.ofTexts(
                "search",
                TEXTS,
                input -> {
                    String text = new String(input, StandardCharsets.UTF_8);
                    nodes.page(NodeQuery.of(Map.of("q", text, "limit", "1")));
                    nodes.page(NodeQuery.of(Map.of("cursor", text, "sort", "name")));
                },
                BadQueryException.class);
    }

    @Override
    public void close() {
        store.close();
    }
}
