package io.dualsight.store;

import io.dualsight.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is searched for either is a query that the database takes, or is refused before it. */
class SearchFuzzTests {

    @Test
    void searchesOrRefusesEveryText() {
        try (TestStore store = new TestStore(TestDatabase.H2)) {
            search(store.statuses);
        }
    }

    private static void search(NodeStatuses nodes) {
        Fuzz.ofTexts(
                        List.of(
                                "is:stale family:ipv6-only rule:NODE_IP_AUTODETECTED version:<1.31.5",
                                "edge-0042 2001:db8::1",
                                "\"two words\" -is:stale"),
                        BadQueryException.class)
                .run(input -> {
                    String text = new String(input, StandardCharsets.UTF_8);
                    nodes.page(NodeQuery.of(Map.of("q", text, "limit", "1")));
                    nodes.page(NodeQuery.of(Map.of("cursor", text, "sort", "name")));
                });
    }
}
