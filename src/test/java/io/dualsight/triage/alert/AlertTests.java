package io.dualsight.triage.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.identity.Role;
import io.dualsight.identity.TestAudit;
import io.dualsight.rule.Severity;
import io.dualsight.store.HandClock;
import io.dualsight.store.NodeKey;
import io.dualsight.store.Said;
import io.dualsight.store.TestDatabase;
import io.dualsight.triage.Channel;
import io.dualsight.triage.Channels;
import io.dualsight.triage.EventKind;
import io.dualsight.triage.Tiding;
import io.dualsight.triage.WantedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;

@ParameterizedClass
@EnumSource
class AlertTests {

    private static final Caller.Person ADMIN = new Caller.Person("ann", Role.ADMIN);
    private static final String SECRET = "s3cret";

    @Parameter
    TestDatabase database;

    private final List<String> bodies = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private final HandClock clock = new HandClock(Said.START);
    private HttpServer receiver;
    private int answer = 200;
    private JdbcTemplate jdbc;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        jdbc = new JdbcTemplate(database.empty());
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Dualsight-Signature")));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private Dispatcher console(boolean allowLocal) {
        AlertSettings settings = new AlertSettings(
                allowLocal, Duration.ofSeconds(10), Duration.ofSeconds(5), 3, "a@b", "https://console.example.com");
        HttpPost http = new HttpPost(settings);
        List<Sender> senders = List.of(
                new WebhookSender(http),
                new AlertmanagerSender(http),
                new MailSender(new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), settings));
        return new Dispatcher(new Turns(jdbc), new ChannelTable(jdbc), senders, settings, clock);
    }

    private Channels channels() {
        DataSource source = jdbc.getDataSource();
        return new ChannelDesk(new ChannelTable(jdbc), outbox(), TestAudit.on(source, clock), clock);
    }

    private Outbox outbox() {
        return new Outbox(jdbc, new ChannelTable(jdbc), clock);
    }

    private void add(String kind, String severity, String cluster) {
        String url = "http://localhost:" + receiver.getAddress().getPort() + "/hook";
        channels().add(ADMIN, new WantedChannel("ops-" + kind, kind, url, SECRET, severity, null, cluster));
    }

    private void tell(Severity severity, String... nodes) {
        outbox().tell(List.of(nodes).stream()
                .map(node -> new Tiding(
                        EventKind.OPENED, 1, "NODE_IP_IS_VIP", severity, new NodeKey("edge", node), clock.instant()))
                .toList());
    }

    private Channel only() {
        return channels().all().get(0);
    }

    @Test
    void signsWhatItSends() throws Exception {
        add("webhook", "warning", null);
        tell(Severity.ERROR, "n1");
        console(true).dispatch();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String own = HexFormat.of().formatHex(mac.doFinal(bodies.get(0).getBytes(StandardCharsets.UTF_8)));
        assertThat(signatures).containsExactly("sha256=" + own);
        assertThat(bodies.get(0)).contains("\"event\":\"opened\"", "NODE_IP_IS_VIP", "\"node\":\"n1\"");
        assertThat(only().queue().waiting()).isZero();
    }

    @Test
    void tellsOnlyWhatIsWantedAndTogether() {
        add("webhook", "error", "edge");
        tell(Severity.WARNING, "mild");
        tell(Severity.ERROR, IntStream.range(0, 50).mapToObj(i -> "n" + i).toArray(String[]::new));
        console(true).dispatch();
        assertThat(bodies).hasSize(1);
        assertThat(bodies.get(0)).contains("n49").doesNotContain("mild");
    }

    @Test
    void tellsOnceWithTwoConsolesAndNotMoreOftenThanItMay() {
        add("webhook", "error", null);
        tell(Severity.ERROR, "n1");
        Dispatcher one = console(true);
        Dispatcher other = console(true);
        one.dispatch();
        other.dispatch();
        assertThat(bodies).hasSize(1);
        tell(Severity.ERROR, "n2");
        other.dispatch();
        assertThat(bodies).hasSize(1);
        clock.pass(Duration.ofSeconds(10));
        one.dispatch();
        other.dispatch();
        assertThat(bodies).hasSize(2);
    }

    @Test
    void triesAgainAndGivesUpIntoTheDeadLettersAndTriesThoseOnDemand() {
        add("webhook", "error", null);
        tell(Severity.ERROR, "n1");
        answer = 500;
        for (int i = 0; i < 10; i++) {
            console(true).dispatch();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(bodies).hasSize(3);
        assertThat(only().queue().dead()).isEqualTo(1);
        assertThat(only().queue().error()).isEqualTo("the receiver answered 500");
        answer = 200;
        channels().retry(ADMIN, only().id());
        console(true).dispatch();
        assertThat(only().queue().dead()).isZero();
        assertThat(bodies).hasSize(4);
    }

    @Test
    void followsNoRedirect() {
        add("webhook", "error", null);
        tell(Severity.ERROR, "n1");
        answer = 302;
        console(true).dispatch();
        assertThat(bodies).hasSize(1);
        assertThat(only().queue().error()).isEqualTo("the receiver answered 302");
    }

    @Test
    void dialsNoLocalAddressUnlessItMay() {
        add("webhook", "error", null);
        tell(Severity.ERROR, "n1");
        console(false).dispatch();
        assertThat(bodies).isEmpty();
        assertThat(only().queue().error()).contains("loopback or link-local");
    }

    @Test
    void tellsAnAlertmanagerInItsWords() {
        add("alertmanager", "error", null);
        tell(Severity.ERROR, "n1");
        console(true).dispatch();
        assertThat(bodies.get(0))
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
        assertThatThrownBy(() ->
                        channels().add(ADMIN, new WantedChannel(" ", "pigeon", "ftp://x", null, "loud", null, null)))
                .isInstanceOfSatisfying(
                        BadFieldsException.class,
                        e -> assertThat(e.errors())
                                .extracting(each -> each.field())
                                .containsExactly("name", "kind", "target", "severity"));
        assertThatThrownBy(() ->
                        channels().add(ADMIN, new WantedChannel("m", "mail", "not a mail", null, null, null, null)))
                .hasMessageContaining("target");
    }

    @Test
    void saysThatNoMailServerIsSet() {
        channels().add(ADMIN, new WantedChannel("m", "mail", "ops@example.com", null, "error", null, null));
        tell(Severity.ERROR, "n1");
        console(true).dispatch();
        assertThat(only().queue().error()).contains("spring.mail.host");
    }
}
