package io.dualsight.store;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * A report as its node sent it, read no further than somebody asks: most say what their predecessor said, and then only
 * what differs in each is of interest.
 */
public final class Sent {

    private final Report head;
    private final Supplier<Report> whole;
    private final Supplier<String> facts;
    private final Supplier<String> sha256;
    private final Supplier<String> rest;

    private Sent(
            Report head,
            Supplier<Report> whole,
            Supplier<String> facts,
            Supplier<String> sha256,
            Supplier<String> rest) {
        this.head = head;
        this.whole = whole;
        this.facts = facts;
        this.sha256 = sha256;
        this.rest = rest;
    }

    /** A report that was read. */
    public static Sent of(Report report) {
        Supplier<ReportParts> parts = SingletonSupplier.of(() -> ReportParts.of(report));
        return new Sent(
                report,
                () -> report,
                () -> parts.get().facts(),
                SingletonSupplier.of(() -> TextDigest.hex(parts.get().facts())),
                () -> parts.get().rest());
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
        return new Sent(
                head,
                whole,
                SingletonSupplier.of(() -> ReportParts.of(whole.get()).facts()),
                () -> sha256,
                SingletonSupplier.of(() -> ReportParts.restOf(head)));
    }

    /**
     * The same report without what was read, for as long as it waits.
     *
     * @param stored finds the facts that have this hash
     */
    Sent kept(UnaryOperator<String> stored) {
        String hash = sha256();
        String differs = rest();
        NodeKey key = key();
        Supplier<String> found = SingletonSupplier.of(() -> stored.apply(hash));
        return new Sent(
                head,
                SingletonSupplier.of(() -> new ReportParts(found.get(), differs).whole(key)),
                found,
                () -> hash,
                () -> differs);
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

    @Nullable
    AgentFacts agent() {
        return head.agent();
    }

    /** See {@link Report#isWatched}. */
    boolean isWatched() {
        return head.isWatched();
    }

    /** What a node that does not change says each time, as JSON. */
    String facts() {
        return facts.get();
    }

    /** Of the facts. */
    String sha256() {
        return sha256.get();
    }

    /** What differs in each report, as JSON. */
    String rest() {
        return rest.get();
    }
}
