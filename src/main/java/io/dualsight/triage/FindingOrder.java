package io.dualsight.triage;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import io.dualsight.store.BadQueryException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a list as SQL, and where a page of it ended. */
final class FindingOrder {

    private static final int LONGEST = 1024;

    /** The end of the year 9999: what comes later was not written here, and no database takes it. */
    private static final long LAST_MICROS = 253_402_300_799_000_000L;

    private static final String BEHIND = "(finding.opened_at < ? or (finding.opened_at = ? and finding.id < ?))";

    private final FindingSort sort;

    private FindingOrder(FindingSort sort) {
        this.sort = sort;
    }

    static FindingOrder of(FindingSort sort) {
        return new FindingOrder(sort);
    }

    String orderBy() {
        String newest = "finding.opened_at desc, finding.id desc";
        return " order by " + (sort == FindingSort.WORST ? "finding.severity, " + newest : newest);
    }

    String cursor(TrackedFinding last) {
        long severity = SeverityCode.of(last.found().severity());
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.seen().openedAt());
        byte[] json = Json.bytes(List.of(sort.parameter(), severity, micros, last.id()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    void startBehind(String cursor, FindingConditions conditions) {
        if (cursor.length() > LONGEST
                || !(json(cursor) instanceof List<?> place)
                || place.size() != 4
                || !sort.parameter().equals(place.get(0))
                || !(place.get(1) instanceof Long severity)
                || !(place.get(2) instanceof Long micros)
                || !(place.get(3) instanceof Long id)) {
            throw none(cursor);
        }
        if (micros < 0 || micros > LAST_MICROS) {
            throw none(cursor);
        }
        behind(severity, Moments.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS)), id, conditions);
    }

    private void behind(long severity, Object opened, long id, FindingConditions conditions) {
        if (sort == FindingSort.NEWEST) {
            conditions.add(BEHIND, List.of(opened, opened, id));
        } else {
            conditions.add("finding.severity >= ?", List.of(severity));
            conditions.add("(finding.severity > ? or " + BEHIND + ")", List.of(severity, opened, opened, id));
        }
    }

    private static @Nullable Object json(String cursor) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | MalformedJsonException e) {
            throw none(cursor);
        }
    }

    private static BadQueryException none(String cursor) {
        return new BadQueryException("cursor", cursor, "the nextCursor of a page of this list in this order");
    }
}
