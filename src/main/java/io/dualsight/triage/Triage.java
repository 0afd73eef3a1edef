package io.dualsight.triage;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.Audit;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.store.NodeRevisions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what people want done about findings. */
@Component
public class Triage {

    /** The most findings that one act may be about. */
    public static final int MOST = 10_000;

    /** So many are locked at a time: the writer of reports waits for no more. */
    private static final int STEP = 500;

    private final DeedTable table;
    private final BatchTable batches;
    private final Deeds deeds;
    private final Findings findings;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @SuppressWarnings("ParameterNumber") // each is one thing that an act touches
    Triage(
            JdbcTemplate jdbc,
            FindingWriter writer,
            Findings findings,
            NodeRevisions nodes,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = new DeedTable(jdbc);
        this.batches = new BatchTable(jdbc);
        this.deeds = new Deeds(table, batches, writer, nodes);
        this.findings = findings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Does something about one finding.
     *
     * @param expected the revision that the caller saw; absent = whichever it is
     * @return the finding as it is now; empty where there is none
     * @throws FindingChangedException where it is not as the caller saw it, or is none to act so upon
     */
    public Optional<TrackedFinding> act(Caller.Person person, long id, Act act, @Nullable Integer expected) {
        Optional<TrackedFinding> before = findings.find(person, id);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        boolean done = Boolean.TRUE.equals(transaction.execute(state -> actOnce(person, id, act, expected)));
        TrackedFinding now = findings.find(id).orElseGet(before::get);
        if (!done) {
            throw new FindingChangedException(
                    now, findings.events(id).stream().findFirst().orElse(null));
        }
        return Optional.of(now);
    }

    private boolean actOnce(Caller.Person person, long id, Act act, @Nullable Integer expected) {
        Instant now = Moments.now(clock);
        for (Target target : table.targets(List.of(id))) {
            if (expected == null || expected == target.row().standing().revision()) {
                List<Deed> wanted = Deeds.of(List.of(target), act, now);
                if (!wanted.isEmpty()) {
                    long batch = batches.start(person.name(), act.kind(), now);
                    audit.write(person.name(), "finding-" + act.kind().wire(), "finding " + id, null);
                    return deeds.carryOut(wanted, person, batch, now) == 1;
                }
            }
        }
        return false;
    }

    /**
     * Does something about many findings. Those that are none to act so upon, or that somebody else changes meanwhile,
     * are passed over.
     *
     * @throws BadFieldsException where there are more than {@value #MOST}
     */
    public Batch actOnAll(Caller.Person person, Collection<Long> ids, Act act) {
        if (ids.size() > MOST) {
            throw tooMany();
        }
        Instant now = Moments.now(clock);
        long batch = batches.start(person.name(), act.kind(), now);
        List<Long> all = ids.stream().distinct().sorted().toList();
        int done = 0;
        for (int from = 0; from < all.size(); from += STEP) {
            List<Long> step = all.subList(from, Math.min(all.size(), from + STEP));
            Integer count = transaction.execute(
                    state -> deeds.carryOut(Deeds.of(seenBy(person, step), act, now), person, batch, now));
            done += count == null ? 0 : count;
        }
        audit.write(person.name(), "finding-" + act.kind().wire(), done + " findings, batch " + batch, null);
        return new Batch(batch, done, all.size() - done);
    }

    /**
     * The ids of all that match, for {@link #actOnAll}.
     *
     * @throws BadFieldsException where there are more than {@value #MOST}
     */
    public List<Long> matching(FindingFilter filter) {
        List<Long> ids = table.ids(filter, MOST + 1);
        if (ids.size() > MOST) {
            throw tooMany();
        }
        return ids;
    }

    /**
     * Takes back what was done; findings that have changed since stay as they are.
     *
     * @return empty where there is no such batch, nothing of it that this person may see, or it was taken back before
     */
    public Optional<Batch> undo(Caller.Person person, long batch) {
        Instant now = Moments.now(clock);
        List<BatchTable.Undo> undos = batches.undos(batch).stream()
                .filter(undo -> seenBy(person, undo.cluster()))
                .toList();
        if (undos.isEmpty() || !Boolean.TRUE.equals(transaction.execute(state -> batches.end(batch, now)))) {
            return Optional.empty();
        }
        long undoing = batches.start(person.name(), EventKind.UNDONE, now);
        String note = batches.kind(batch).orElse(null);
        int done = 0;
        for (int from = 0; from < undos.size(); from += STEP) {
            List<BatchTable.Undo> step = undos.subList(from, Math.min(undos.size(), from + STEP));
            Integer count = transaction.execute(state -> deeds.carryOut(deeds.undo(step, note), person, undoing, now));
            done += count == null ? 0 : count;
        }
        audit.write(person.name(), "finding-undone", done + " findings, batch " + batch, null);
        return Optional.of(new Batch(undoing, done, undos.size() - done));
    }

    private List<Target> seenBy(Caller.Person person, List<Long> ids) {
        return table.targets(ids).stream()
                .filter(target -> seenBy(person, target.row().node().cluster()))
                .toList();
    }

    private static boolean seenBy(Caller.Person person, String cluster) {
        return person.clusters().isEmpty() || person.clusters().contains(cluster);
    }

    private static BadFieldsException tooMany() {
        return new BadFieldsException(
                List.of(new FieldError("findings", "more than " + MOST, "at most " + MOST + "; narrow the filter")));
    }

    /**
     * What was done to many.
     *
     * @param id what {@link #undo} takes
     * @param done to so many
     * @param passedOver so many were none to act so upon, or changed meanwhile
     */
    public record Batch(long id, int done, int passedOver) {}
}
