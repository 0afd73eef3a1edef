package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that judges what is pasted.
 *
 * @param form what was pasted
 * @param problems what of it could not be read, by field; empty where all could
 * @param result absent where nothing was sent, or not all of it could be read
 */
record CheckView(
        CheckForm form, List<Problem> problems, @Nullable Result result) {

    CheckView {
        problems = List.copyOf(problems);
    }

    /** Whether that field is one that could not be read. */
    public boolean isBad(String field) {
        return problems.stream().anyMatch(each -> each.field().equals(field));
    }

    /**
     * One thing that could not be read.
     *
     * @param field of the form
     * @param name of the field, in the reader's words
     * @param text where, and what is expected there
     */
    record Problem(String field, String name, String text) {}

    /**
     * The judgement.
     *
     * @param reason why the verdict is what it is, in a sentence
     * @param recommended the node IPs to write, joined with a comma; absent where none can be recommended
     * @param json the answer of {@code POST /api/v1/evaluate}
     */
    record Result(
            String verdict,
            String reason,
            List<NodeDetails.Family> families,
            List<NodeDetails.Finding> findings,
            List<NodeDetails.Choice> choices,
            @Nullable String recommended,
            String json) {}
}
