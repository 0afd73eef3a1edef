package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fleet that does not change costs on PostgreSQL. */
class CostTests {

    private static final int NODES = 500;
    private static final int MINUTES = 120;

    /** Tables and indexes of the console, each with its partitions, in bytes of whole pages. */
    private static final String SIZE = """
            select sum(pg_total_relation_size(oid)) from pg_class
            where relkind in ('r', 'm') and relnamespace = 'public'::regnamespace""";

    @Test
    void growsByAtMost120BytesForAReportOfANodeThatDidNotChange() {
        try (TestStore store = new TestStore(TestDatabase.POSTGRESQL)) {
            store.jdbc.execute("truncate report, facts");
            report(store, 0);
            long facts = facts(store);
            long before = size(store);
            for (int minute = 1; minute <= MINUTES; minute++) {
                report(store, minute);
            }
            double cost = (double) (size(store) - before) / (NODES * MINUTES);

            assertThat(store.count("report")).isEqualTo(NODES * (MINUTES + 1));
            assertThat(cost).as("bytes a report").isBetween(90.0, 120.0);
            assertThat(store.count("facts")).isEqualTo(NODES);
            assertThat(facts(store)).as("facts that were written again").isEqualTo(facts);
        }
    }

    private static void report(TestStore store, int minute) {
        List<JudgedReport> reports = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            reports.add(Said.by("n" + node)
                    .at(Said.START.plusSeconds(60L * minute + node % 60))
                    .busy(1_000_000L + minute, minute)
                    .judged());
        }
        store.take(reports);
    }

    private static long size(TestStore store) {
        return store.jdbc.queryForObject(SIZE, Long.class);
    }

    /** The newest row version: any write of facts would raise it. */
    private static long facts(TestStore store) {
        return store.jdbc.queryForObject("select max(xmin::text::bigint) from facts", Long.class);
    }
}
