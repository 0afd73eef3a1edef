package io.dualsight.triage.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.store.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails by a server, with its whims. What a channel keeps, {@link AlertTests} look at on each database. */
class MailTests {

    private final MailServer server = new MailServer();
    private AlertDesk desk;

    @BeforeEach
    void open() {
        desk = new AlertDesk(TestDatabase.H2);
        desk.add("mail", "ops@example.com, night@example.com", "error", null);
        desk.opened(Severity.ERROR, "n1", "n2");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String error() {
        return String.valueOf(desk.only().queue().error());
    }

    @Test
    void sendsOneLetterToAll() {
        desk.mailBy(server.client());
        desk.console(true).dispatch();
        assertThat(desk.only().queue().error()).isNull();
        assertThat(server.lines)
                .contains("RCPT TO:<ops@example.com>", "RCPT TO:<night@example.com>", "MAIL FROM:<a@b>")
                .anyMatch(
                        line -> line.startsWith("Subject: [Dualsight] opened: ") && line.endsWith(" on n1 and 1 more"))
                .anyMatch(line -> line.contains("NODE_IP_IS_VIP on edge/n2"));
        assertThat(desk.only().queue().waiting()).isZero();
    }

    @Test
    void keepsWhatAServerRefusesAndSaysWhy() {
        server.toRecipients = "550 no such user";
        desk.mailBy(server.client());
        desk.console(true).dispatch();
        assertThat(error()).contains("refused or is away");
        assertThat(desk.only().queue().waiting()).isEqualTo(2);
    }

    @Test
    void keepsTryingWhileTheServerIsAwayAndSendsOnceItIsBack() {
        desk.mailBy(server.client());
        server.mute = true;
        desk.console(true).dispatch();
        assertThat(error()).contains("refused or is away");
        assertThat(desk.only().queue().waiting()).isEqualTo(2);
        server.mute = false;
        desk.clock.pass(Duration.ofMinutes(1));
        desk.console(true).dispatch();
        assertThat(server.lines).contains("DATA");
        assertThat(desk.only().queue().waiting()).isZero();
    }

    @Test
    void saysThatNoMailServerIsSet() {
        desk.console(true).dispatch();
        assertThat(error()).contains("spring.mail.host");
    }
}
