package io.dualsight.store;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * A report as its node sent it, read no further than somebody asks: most say what their predecessor said, and then only
 * what differs in each is of interest.
 */
public final class Sent {

    private final Report head;
    private final Supplier<Report> whole;
    private final Supplier<ReportParts> parts;
    private final Supplier<String> sha256;

    private Sent(Report head, Supplier<Report> whole, Supplier<ReportParts> parts, Supplier<String> sha256) {
        this.head = head;
        this.whole = whole;
        this.parts = parts;
        this.sha256 = sha256;
    }

    /** A report that was read. */
    public static Sent of(Report report) {
        Supplier<ReportParts> parts = SingletonSupplier.of(() -> ReportParts.of(report));
        return new Sent(
                report,
                () -> report,
                parts,
                SingletonSupplier.of(() -> Digests.sha256(parts.get().facts())));
    }

    /**
     * A report whose facts are known.
     *
     * @param head the report with nothing in it but what differs each time, and its agent
     * @param sha256 of its facts
     * @param read reads it whole
     */
    static Sent again(Report head, String sha256, Supplier<Report> read) {
        Supplier<Report> whole = SingletonSupplier.of(read);
        return new Sent(head, whole, SingletonSupplier.of(() -> ReportParts.of(whole.get())), () -> sha256);
    }

    /** Which node said this, and when. */
    public Origin origin() {
        return head.origin();
    }

    NodeKey key() {
        return new NodeKey(origin().cluster(), origin().node());
    }

    /** All of it. */
    public Report whole() {
        return whole.get();
    }

    AgentFacts agent() {
        return head.agent();
    }

    /** See {@link Report#isWatched}. */
    boolean isWatched() {
        return head.isWatched();
    }

    /** What a node that does not change says each time, as JSON. */
    String facts() {
        return parts.get().facts();
    }

    /** Of the facts. */
    String sha256() {
        return sha256.get();
    }

    /** What differs in each report, as JSON. */
    String rest() {
        return ReportParts.restOf(head);
    }
}
