package io.dualsight.web;

import io.dualsight.store.NodeChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts changes into words. */
final class ChangeWords {

    private final Wording wording;

    ChangeWords(Wording wording) {
        this.wording = wording;
    }

    List<ChangeLine> lines(List<NodeChange> changes) {
        return changes.stream().map(this::line).toList();
    }

    private ChangeLine line(NodeChange change) {
        return new ChangeLine(
                wording.moment(change.changedAt()),
                NodeLink.to(change.key().cluster(), change.key().node()),
                wording.text("change." + change.what()),
                value(change.what(), change.before()),
                value(change.what(), change.after()));
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
