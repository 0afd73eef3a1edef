package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.triage.Act;
import io.dualsight.triage.ActFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of whatever is done about a finding; each action reads its own fields of it. */
record ActBody(
        @Nullable String comment,
        @Nullable String assignee,
        @Nullable String until,
        @Nullable String untilVersion,
        @Nullable String untilVerdictChanges,
        @Nullable String reason,
        @Nullable String text) {

    static final String ACKNOWLEDGE = "/acknowledge";
    static final String ASSIGN = "/assign";
    static final String SNOOZE = "/snooze";
    static final String RESOLVE = "/resolve";
    static final String REOPEN = "/reopen";
    static final String COMMENT = "/comments";

    private static final ActBody EMPTY = new ActBody(null, null, null, null, null, null, null);

    /**
     * What is to be done.
     *
     * @param sent absent = nothing was sent, which is enough for an act that needs no words
     * @param path that ends with the action's name
     * @throws BadFieldsException naming the field that is wrong
     */
    static Act read(@Nullable ActBody sent, String path, ActFields fields) {
        ActBody body = sent == null ? EMPTY : sent;
        return switch (path.substring(path.lastIndexOf('/'))) {
            case ACKNOWLEDGE -> fields.acknowledge(body.comment);
            case ASSIGN -> fields.assign(required(sent).assignee);
            case SNOOZE -> fields.snooze(body.until, body.untilVersion, body.untilVerdictChanges, body.comment);
            case RESOLVE -> fields.resolve(body.reason);
            case REOPEN -> fields.reopen(body.comment);
            case COMMENT -> fields.comment(body.text);
            default -> throw new IllegalArgumentException("no action is called " + path);
        };
    }

    /** Nobody is taken off a finding by a body that got lost. */
    private static ActBody required(@Nullable ActBody sent) {
        if (sent == null) {
            throw new BadFieldsException(List.of(new FieldError("assignee", "missing", "a name, or null for nobody")));
        }
        return sent;
    }
}
