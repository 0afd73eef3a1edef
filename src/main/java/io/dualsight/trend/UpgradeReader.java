package io.dualsight.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds when versions changed. */
final class UpgradeReader {

    private final JdbcTemplate jdbc;

    UpgradeReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Upgrade> upgrades(SeriesQuestion question) {
        Span span = question.span();
        StartConditions conditions = StartConditions.ofNodes(question.filter().ofVersion(null))
                .add("change.what = ?", "distributionVersion")
                .add("change.changed_at >= ?", span.from().atOffset(ZoneOffset.UTC))
                .add("change.changed_at < ?", span.to().atOffset(ZoneOffset.UTC));
        List<Upgrade> largest = jdbc.query(
                NodePast.changed(conditions) + " order by nodes desc, bucket limit " + Upgrade.MOST,
                (row, n) -> upgrade(row, span.bucket()),
                NodePast.values(question, conditions).toArray());
        return largest.stream().sorted(Comparator.comparing(Upgrade::start)).toList();
    }

    private static Upgrade upgrade(ResultSet row, Duration bucket) throws SQLException {
        return new Upgrade(
                Instant.ofEpochSecond(row.getLong("bucket") * bucket.toSeconds()),
                row.getString("before_value"),
                row.getString("after_value"),
                row.getLong("nodes"));
    }
}
