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
                change.what(),
                value(change.before()),
                value(change.after()));
    }

    private String value(@Nullable String value) {
        return value == null || value.isBlank() ? wording.text("none") : value;
    }
}
