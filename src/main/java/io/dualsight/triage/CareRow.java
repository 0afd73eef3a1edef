package io.dualsight.triage;

import io.dualsight.contract.Json;
import io.dualsight.triage.FindingRow.Care;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a finding's row that people change.
 *
 * @param resolution absent = it is not resolved
 * @param resolvedAt likewise
 */
record CareRow(
        FindingStatus status,
        boolean regressed,
        @Nullable Resolution resolution,
        @Nullable Instant resolvedAt,
        @Nullable String assignee,
        @Nullable Snooze snooze) {

    static CareRow of(FindingRow row) {
        Standing standing = row.standing();
        Care care = row.care();
        return new CareRow(
                standing.status(),
                standing.regressed(),
                standing.resolution(),
                row.times().resolvedAt(),
                care.assignee(),
                care.snooze());
    }

    CareRow in(FindingStatus next) {
        return new CareRow(next, regressed, null, null, assignee, null);
    }

    CareRow asleep(Snooze until) {
        return new CareRow(FindingStatus.SNOOZED, regressed, null, null, assignee, until);
    }

    CareRow over(Instant now) {
        return new CareRow(FindingStatus.RESOLVED, false, Resolution.BY_HAND, now, assignee, null);
    }

    CareRow assignedTo(@Nullable String name) {
        return new CareRow(status, regressed, resolution, resolvedAt, name, snooze);
    }

    /** Whether even a report that says nothing new would move it. */
    boolean waits(boolean present) {
        return present == (status == FindingStatus.RESOLVED);
    }

    String json() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("status", status.wire());
        tree.put("regressed", regressed);
        tree.put("resolution", resolution == null ? null : resolution.wire());
        tree.put("resolvedAt", resolvedAt == null ? null : resolvedAt.toString());
        tree.put("assignee", assignee);
        if (snooze != null) {
            tree.put("until", snooze.until() == null ? null : snooze.until().toString());
            tree.put("version", snooze.version());
            tree.put("verdict", snooze.verdict());
        }
        return Json.write(tree);
    }

    static CareRow read(String json) {
        Map<?, ?> tree = (Map<?, ?>) Json.read(json);
        if (tree == null) {
            throw new IllegalArgumentException("no state: " + json);
        }
        Snooze snooze = new Snooze(moment(tree, "until"), text(tree, "version"), text(tree, "verdict"));
        String resolution = text(tree, "resolution");
        return new CareRow(
                FindingStatus.of(String.valueOf(tree.get("status"))).orElseThrow(),
                Boolean.TRUE.equals(tree.get("regressed")),
                resolution == null ? null : Resolution.of(resolution).orElseThrow(),
                moment(tree, "resolvedAt"),
                text(tree, "assignee"),
                snooze.equals(Snooze.NEVER) ? null : snooze);
    }

    private static @Nullable String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : null;
    }

    private static @Nullable Instant moment(Map<?, ?> tree, String name) {
        String text = text(tree, name);
        return text == null ? null : Instant.parse(text);
    }
}
