package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.triage.Act;
import io.dualsight.triage.ActFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of findings post.
 *
 * @param act what to do
 * @param note comment or reason
 * @param assignee who shall work on it
 * @param until {@code 1h}, {@code 1d} ..., {@code version} or {@code verdict}
 * @param id of the findings that are ticked; {@value #ALL} = all that match
 * @param filter the list's query
 * @param revision of the one finding that the reader saw
 */
record FindingForms(
        @Nullable String act,
        @Nullable String note,
        @Nullable String assignee,
        @Nullable String until,
        @Nullable List<String> id,
        @Nullable String filter,
        @Nullable Integer revision) {

    static final String ALL = "all";

    private static final Map<String, Duration> SLEEPS = Map.of(
            "1h", Duration.ofHours(1),
            "8h", Duration.ofHours(8),
            "1d", Duration.ofDays(1),
            "7d", Duration.ofDays(7),
            "30d", Duration.ofDays(30));

    /**
     * The act.
     *
     * @throws BadFieldsException where there is none of that name, or a field is wrong
     */
    Act read(Instant now) {
        ActFields fields = new ActFields(now);
        return switch (act == null ? "" : act) {
            case "acknowledge" -> fields.acknowledge(note);
            case "assign" -> fields.assign(assignee);
            case "snooze" -> sleep(fields, now);
            case "resolve" -> fields.resolve(note);
            case "reopen" -> fields.reopen(note);
            case "comment" -> fields.comment(note);
            default -> throw new BadFieldsException(List.of());
        };
    }

    private Act sleep(ActFields fields, Instant now) {
        String wanted = until == null ? "" : until;
        return switch (wanted) {
            case "version" -> fields.snooze(null, "true", null, note);
            case "verdict" -> fields.snooze(null, null, "true", note);
            default -> {
                Duration time = SLEEPS.get(wanted);
                String moment = time == null ? wanted : now.plus(time).toString();
                yield fields.snooze(moment, null, null, note);
            }
        };
    }

    /** Whether all are meant that match the filter. */
    boolean all() {
        return id != null && id.contains(ALL);
    }

    /** The ids that are ticked; what is no id is left out. */
    List<Long> ids() {
        return id == null
                ? List.of()
                : id.stream()
                        .filter(each -> each.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList();
    }

    /** The list's query; empty = none. */
    String query() {
        return filter == null ? "" : filter;
    }
}
