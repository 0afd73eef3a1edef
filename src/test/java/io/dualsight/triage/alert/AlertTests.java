package io.dualsight.triage.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.rule.Severity;
import io.dualsight.store.SilentNode;
import io.dualsight.store.TestDatabase;
import io.dualsight.triage.EventKind;
import io.dualsight.triage.WantedChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AlertTests {

    @Parameter
    TestDatabase database;

    private final Receiver receiver = new Receiver();
    private AlertDesk desk;

    @BeforeEach
    void open() {
        desk = new AlertDesk(database);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private void addWebhook() {
        desk.add("webhook", receiver.url(), "error", null);
    }

    @Test
    void signsWhatItSends() throws Exception {
        addWebhook();
        desk.opened(Severity.ERROR, "n1");
        desk.console(true).dispatch();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(AlertDesk.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String body = receiver.bodies.get(0);
        String own = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(receiver.signatures).containsExactly("sha256=" + own);
        assertThat(body).contains("\"event\":\"opened\"", AlertDesk.RULE, "\"node\":\"n1\"");
        assertThat(desk.only().queue().waiting()).isZero();
    }

    @Test
    void tellsOnlyWhatIsWantedAndTogether() {
        desk.add("webhook", receiver.url(), "error", "edge");
        desk.add("webhook", receiver.url(), "error", "elsewhere");
        desk.opened(Severity.WARNING, "mild");
        desk.opened(
                Severity.ERROR, IntStream.range(0, 50).mapToObj(i -> "n" + i).toArray(String[]::new));
        desk.console(true).dispatch();
        assertThat(receiver.bodies).hasSize(1);
        assertThat(receiver.bodies.get(0)).contains("n49").doesNotContain("mild");
    }

    @ParameterizedTest
    @CsvSource({"OPENED,stale", "REGRESSED,stale", "RESOLVED,resolved"})
    void callsASilentAgentStale(EventKind kind, String event) {
        addWebhook();
        desk.tell(kind, SilentNode.RULE, Severity.ERROR, "n1");
        desk.console(true).dispatch();
        assertThat(receiver.bodies.get(0)).contains("\"event\":\"" + event + "\"");
    }

    @Test
    void tellsOnceWithTwoConsolesAndNotMoreOftenThanItMay() {
        addWebhook();
        desk.opened(Severity.ERROR, "n1");
        Dispatcher one = desk.console(true);
        Dispatcher other = desk.console(true);
        one.dispatch();
        other.dispatch();
        assertThat(receiver.bodies).hasSize(1);
        desk.opened(Severity.ERROR, "n2");
        other.dispatch();
        assertThat(receiver.bodies).hasSize(1);
        desk.clock.pass(Duration.ofSeconds(10));
        one.dispatch();
        other.dispatch();
        assertThat(receiver.bodies).hasSize(2);
    }

    @Test
    void triesAgainAndGivesUpIntoTheDeadLettersAndTriesThoseOnDemand() {
        addWebhook();
        desk.opened(Severity.ERROR, "n1");
        receiver.answer = 500;
        for (int i = 0; i < 10; i++) {
            desk.console(true).dispatch();
            desk.clock.pass(Duration.ofHours(1));
        }
        assertThat(receiver.bodies).hasSize(3);
        assertThat(desk.only().queue().dead()).isEqualTo(1);
        assertThat(desk.only().queue().error()).isEqualTo("the receiver answered 500");
        receiver.answer = 200;
        desk.channels().retry(AlertDesk.ADMIN, desk.only().id());
        desk.console(true).dispatch();
        assertThat(desk.only().queue().dead()).isZero();
        assertThat(receiver.bodies).hasSize(4);
    }

    @Test
    void followsNoRedirect() {
        addWebhook();
        desk.opened(Severity.ERROR, "n1");
        receiver.answer = 302;
        desk.console(true).dispatch();
        assertThat(receiver.bodies).hasSize(1);
        assertThat(desk.only().queue().error()).isEqualTo("the receiver answered 302");
        assertThat(desk.only().queue().waiting()).isEqualTo(1);
    }

    @Test
    void endsAnAttemptWhoseAnswerNeverEnds() throws IOException {
        try (Receiver.Endless endless = new Receiver.Endless()) {
            desk.add("webhook", endless.url(), "error", null);
            desk.opened(Severity.ERROR, "n1");
            desk.console(true, Duration.ofSeconds(1), Runnable::run).dispatch();
            assertThat(desk.only().queue().error()).isEqualTo("no answer: none within 1 s");
            assertThat(desk.only().queue().waiting()).isEqualTo(1);
        }
    }

    @Test
    void keepsNobodyWaitingForASlowReceiver() throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Receiver.Endless endless = new Receiver.Endless()) {
            desk.add("webhook", endless.url(), "error", null);
            addWebhook();
            desk.opened(Severity.ERROR, "n1");
            desk.console(true, Duration.ofSeconds(30), threads).dispatch();
            await().atMost(Duration.ofSeconds(5)).until(() -> receiver.bodies.size() == 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void dialsNoLocalAddressUnlessItMay() {
        addWebhook();
        desk.opened(Severity.ERROR, "n1");
        desk.console(false).dispatch();
        assertThat(receiver.bodies).isEmpty();
        assertThat(desk.only().queue().error()).contains("loopback or link-local");
    }

    @Test
    void tellsAnAlertmanagerInItsWords() {
        desk.add("alertmanager", receiver.url(), "error", null);
        desk.opened(Severity.ERROR, "n1");
        desk.console(true).dispatch();
        assertThat(receiver.bodies.get(0))
                .startsWith("[{\"labels\":{\"alertname\":\"NODE_IP_IS_VIP\"")
                .contains("\"endsAt\":\"2026-12-22");
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToAnHour() {
        assertThat(Dispatcher.wait(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Dispatcher.wait(1)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Dispatcher.wait(50)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        WantedChannel pigeon = new WantedChannel(" ", "pigeon", "ftp://x", null, "loud", null, null);
        assertThatThrownBy(() -> desk.channels().add(AlertDesk.ADMIN, pigeon))
                .isInstanceOfSatisfying(
                        BadFieldsException.class,
                        e -> assertThat(e.errors())
                                .extracting(each -> each.field())
                                .containsExactly("name", "kind", "target", "severity"));
        WantedChannel mail = new WantedChannel("m", "mail", "not a mail", null, null, null, null);
        assertThatThrownBy(() -> desk.channels().add(AlertDesk.ADMIN, mail)).hasMessageContaining("target");
    }

    @Test
    void tellsNoLogItsSecret() {
        assertThat(new WantedChannel("ops", "webhook", "https://h.example.com", "s3cret", null, null, null))
                .hasToString("webhook channel ops");
    }
}
