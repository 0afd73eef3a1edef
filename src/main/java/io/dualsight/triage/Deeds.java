package io.dualsight.triage;

import io.dualsight.identity.Caller;
import io.dualsight.store.NodeRevisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what people want into what is done to each finding, and does it. */
final class Deeds {

    private final DeedTable table;
    private final BatchTable batches;
    private final FindingWriter writer;
    private final NodeRevisions nodes;

    Deeds(DeedTable table, BatchTable batches, FindingWriter writer, NodeRevisions nodes) {
        this.table = table;
        this.batches = batches;
        this.writer = writer;
        this.nodes = nodes;
    }

    /** What the act means for each of them that it can be done to. */
    static List<Deed> of(List<Target> targets, Act act, Instant now) {
        boolean undoable = !(act instanceof Act.Comment);
        List<Deed> deeds = new ArrayList<>();
        for (Target target : targets) {
            target.after(act, now)
                    .ifPresent(after -> deeds.add(new Deed(target, after, act.kind(), act.note(), undoable)));
        }
        return deeds;
    }

    /** Brings back what was, where nobody has changed it since. */
    List<Deed> undo(List<BatchTable.Undo> undos, @Nullable String note) {
        Map<Long, BatchTable.Undo> byId =
                undos.stream().collect(Collectors.toMap(BatchTable.Undo::id, Function.identity()));
        List<Deed> deeds = new ArrayList<>();
        for (Target target : table.targets(byId.keySet())) {
            BatchTable.Undo undo = byId.get(target.id());
            if (undo != null && undo.revision() == target.row().standing().revision()) {
                deeds.add(new Deed(target, undo.before(), EventKind.UNDONE, note, false));
            }
        }
        return deeds;
    }

    /** Does it in the caller's transaction; tells to how many findings. */
    int carryOut(List<Deed> deeds, Caller.Person person, long batch, Instant now) {
        nodes.moveOn(deeds.stream()
                .filter(Deed::changesWaiting)
                .map(deed -> deed.target().row().key().nodeId())
                .toList());
        List<Deed> done = table.write(deeds, person.name(), batch, now);
        batches.count(batch, done.size());
        writer.tell(done.stream()
                .map(deed ->
                        FindingWriter.tiding(deed.target().row(), DeedTable.event(deed, person.name(), batch, now)))
                .flatMap(Optional::stream)
                .toList());
        return done.size();
    }
}
