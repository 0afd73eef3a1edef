package io.dualsight.ingest;

import io.dualsight.store.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts reports. They balance: received = stored + duplicate + rejected + failed, once a request is answered. */
@Component
class IngestCounters {
    private final Counter received;
    private final Counter stored;
    private final Counter duplicate;
    private final Counter rejected;
    private final Counter failed;

    IngestCounters(MeterRegistry registry) {
        this.received = Counter.builder("dualsight.reports.received")
                .description("Reports that came in as JSON")
                .register(registry);
        this.stored = ending(registry, "stored");
        this.duplicate = ending(registry, "duplicate");
        this.rejected = ending(registry, "rejected");
        this.failed = ending(registry, "failed");
    }

    private static Counter ending(MeterRegistry registry, String outcome) {
        return Counter.builder("dualsight.reports.ended")
                .description("What became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Reports that the sender must mend. */
    void rejected(int count) {
        received.increment(count);
        rejected.increment(count);
    }

    /** Reports that were handed to the store, with what became of them; without outcomes all of them failed. */
    void handedOver(int count, List<Outcome> outcomes) {
        int storedNow = Collections.frequency(outcomes, Outcome.STORED);
        int duplicateNow = Collections.frequency(outcomes, Outcome.DUPLICATE);
        received.increment(count);
        stored.increment(storedNow);
        duplicate.increment(duplicateNow);
        failed.increment((double) count - storedNow - duplicateNow);
    }
}
