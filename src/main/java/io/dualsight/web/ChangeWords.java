package io.dualsight.web;

import io.dualsight.store.NodeChange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts changes into words. */
final class ChangeWords {

    /** What the store keeps as words with a blank between them. */
    private static final Set<String> LISTS =
            Set.of("addresses", "nodeIp.configured", "nodeIp.predicted", "nodeIp.kubernetes", "roles");

    private final Wording wording;

    ChangeWords(Wording wording) {
        this.wording = wording;
    }

    List<ChangeLine> lines(List<NodeChange> changes) {
        return changes.stream().map(this::line).toList();
    }

    private ChangeLine line(NodeChange change) {
        List<String> before = values(change.what(), change.before());
        List<String> after = values(change.what(), change.after());
        return new ChangeLine(
                wording.moment(change.changedAt()),
                NodeLink.to(change.key().cluster(), change.key().node()),
                wording.text("change." + change.what()),
                pieces(change.what(), before, after),
                pieces(change.what(), after, before));
    }

    /** Of a single value all of it is other, which needs no mark. */
    private static List<ChangeLine.Piece> pieces(String what, List<String> values, List<String> others) {
        boolean list = LISTS.contains(what);
        return values.stream()
                .map(each -> new ChangeLine.Piece(each, list && !others.contains(each)))
                .toList();
    }

    private List<String> values(String what, @Nullable String value) {
        String text = value(what, value);
        return value != null && LISTS.contains(what) ? List.of(text.split(" ")) : List.of(text);
    }

    private String value(String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return wording.text("none");
        }
        return switch (what) {
            case "verdict", "family" -> wording.text(what + "." + value);
            case "stale" -> wording.text("change.stale." + value);
            case "incorrectNodeIp" -> wording.text(value.equals("true") ? "yes" : "no");
            default -> value;
        };
    }
}
