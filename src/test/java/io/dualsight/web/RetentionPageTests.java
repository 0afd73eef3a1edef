package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InConsole
class RetentionPageTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsAdminsWhatIsKeptAndWhatTheLastRunDid() {
        jdbc.sql("merge into retention_run values ('reports', ?, ?, ?, 1234567, 'PAUSED')")
                .params(
                        OffsetDateTime.parse("2026-11-15T10:00:00Z"),
                        OffsetDateTime.parse("2026-11-22T10:00:00Z"),
                        OffsetDateTime.parse("2026-11-22T10:01:00Z"))
                .update();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", InConsole.PASSWORD);

        assertThat(admin.get("/settings/retention", "Accept-Language", "en").body())
                .contains("Raw reports", "7 days", "goes on in the next run", "1,234,567", "2026-11-22 10:00:00 UTC")
                .contains("Changes on nodes", "730 days")
                .doesNotContain("??");
        assertThat(admin.get("/settings/retention", "Accept-Language", "zh-CN").body())
                .contains("原始报告", "7 天")
                .doesNotContain("??");
        assertThat(new Visitor(port).get("/settings/retention").statusCode()).isEqualTo(302);
    }
}
