package io.dualsight.triage.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dualsight.InstalledProgram;
import io.dualsight.Visitor;
import io.dualsight.rule.Severity;
import io.dualsight.store.TestDatabase;
import io.dualsight.triage.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager takes what it is told, where this machine has one: Debian's package prometheus-alertmanager. */
class RealAlertmanagerTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static Path alertmanager() {
        Optional<Path> found =
                InstalledProgram.find("prometheus-alertmanager").or(() -> InstalledProgram.find("alertmanager"));
        assumeTrue(found.isPresent(), "no Alertmanager is installed");
        return found.orElseThrow();
    }

    @Test
    void takesWhatIsOpenedAndForgetsWhatIsResolved() throws IOException {
        String program = alertmanager().toString();
        Files.writeString(folder.resolve("config.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        int port = InstalledProgram.freePort();
        try (InstalledProgram alertmanager = InstalledProgram.start(
                folder,
                program,
                "--config.file=config.yml",
                "--storage.path=data",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)) {
            Visitor visitor = new Visitor(port);
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(AssertionError.class)
                    .until(() -> visitor.get("/-/ready").statusCode() == 200);
            AlertDesk desk = new AlertDesk(TestDatabase.H2, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            desk.add("alertmanager", "http://127.0.0.1:" + port, "error", null);
            desk.opened(Severity.ERROR, "n1", "n2");
            Dispatcher console = desk.console(true);
            console.dispatch();
            assertThat(desk.only().queue().error()).as(alertmanager.words()).isNull();
            await().atMost(SOON).until(() -> alerts(visitor).contains("\"node\":\"n2\""));
            assertThat(alerts(visitor))
                    .contains("\"alertname\":\"NODE_IP_IS_VIP\"", "\"severity\":\"error\"", "\"state\":\"active\"");

            desk.tell(EventKind.RESOLVED, AlertDesk.RULE, Severity.ERROR, "n2");
            desk.clock.pass(Duration.ofSeconds(10));
            console.dispatch();
            await().atMost(SOON).until(() -> !alerts(visitor).contains("\"node\":\"n2\""));
            assertThat(alerts(visitor)).contains("\"node\":\"n1\"");
        }
    }

    private static String alerts(Visitor visitor) {
        return visitor.get("/api/v2/alerts").body();
    }
}
