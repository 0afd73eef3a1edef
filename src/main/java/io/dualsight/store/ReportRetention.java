package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Raw reports go by whole days, UTC. */
@Component
@Order(1)
class ReportRetention implements RetentionStep {

    /** A report that was just old enough to be taken is still on its way to its row. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Dialect dialect;
    private final Duration keep;

    ReportRetention(Dialect dialect, RetentionSettings settings) {
        this.dialect = dialect;
        this.keep = settings.reports();
    }

    /** The first day of which something is kept. */
    static LocalDate firstDay(Instant before) {
        return LocalDate.ofInstant(before.minus(GRACE), ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public int purge(Instant before, int limit) {
        return dialect.dropReports(firstDay(before), limit);
    }
}
