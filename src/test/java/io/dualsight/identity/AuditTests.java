package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTests {
    private final IdentityTables tables = new IdentityTables();

    @BeforeEach
    void writeFive() {
        for (String actor : List.of("ann", "bob", "ann", "cat", "ann")) {
            tables.audit.write(actor, actor.equals("cat") ? "sign-out" : "sign-in", null, "192.0.2.1");
            tables.clock.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void findsNothingInALogThatNobodyTouched() {
        AuditLog.Check check = tables.log.check();
        assertThat(check.firstBroken()).isNull();
        assertThat(check.entries()).isEqualTo(5);
        assertThat(check.head()).matches("[0-9a-f]{64}").isNotEqualTo("0".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'eve' where id = 3",
                "update audit set action = 'sign-out' where id = 3",
                "update audit set subject = '' where id = 3",
                "update audit set address = null where id = 3",
                "update audit set at = dateadd(second, 1, at) where id = 3",
                "update audit set hash = repeat('0', 64) where id = 3"
            })
    void findsTheEntryThatWasChanged(String tampering) {
        tables.jdbc.sql(tampering).update();
        assertThat(tables.log.check().firstBroken()).isEqualTo(3);
    }

    @Test
    void findsThatOneIsMissing() {
        tables.jdbc.sql("delete from audit where id = 3").update();
        assertThat(tables.log.check().firstBroken()).isEqualTo(4);
    }

    @Test
    void findsThatTheLastOneIsMissing() {
        tables.jdbc.sql("delete from audit where id = 5").update();
        assertThat(tables.log.check().firstBroken()).isEqualTo(4);
    }

    @Test
    void findsThatTwoWereSwapped() {
        tables.jdbc.sql("update audit set id = 10 + id where id in (2, 3)").update();
        tables.jdbc.sql("update audit set id = 15 - id where id in (12, 13)").update();
        assertThat(tables.log.check().firstBroken()).isEqualTo(2);
    }

    @Test
    void choosesByWhoWhatAndWhen() {
        assertThat(ids(Map.of("actor", "ann"))).containsExactly(5L, 3L, 1L);
        assertThat(ids(Map.of("action", "sign-out"))).containsExactly(4L);
        assertThat(ids(Map.of("from", "2026-11-22T10:00:01Z", "to", "2026-11-22T10:00:03Z")))
                .containsExactly(3L, 2L);
        assertThat(ids(Map.of("actor", " ", "action", ""))).hasSize(5);
        List<AuditEntry> all = new ArrayList<>();
        tables.log.stream(AuditLog.Wanted.of(Map.of()), all::add);
        assertThat(all).extracting(AuditEntry::id).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void goesOnWhereAPageEnded() {
        AuditLog.Wanted all = AuditLog.Wanted.of(Map.of());
        assertThat(tables.log.newest(all, 4, 2)).extracting(AuditEntry::id).containsExactly(3L, 2L);
    }

    private List<Long> ids(Map<String, String> wanted) {
        return tables.log.newest(AuditLog.Wanted.of(wanted), Long.MAX_VALUE, 10).stream()
                .map(AuditEntry::id)
                .toList();
    }
}
