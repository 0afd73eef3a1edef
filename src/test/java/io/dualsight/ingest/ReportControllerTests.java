package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dualsight.identity.Caller;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import io.dualsight.store.Outcome;
import io.dualsight.store.QueueFullException;
import io.dualsight.store.ReportSettings;
import io.dualsight.store.ReportStore;
import io.dualsight.store.RetentionSettings;
import io.dualsight.store.StoreUnavailableException;
import io.dualsight.store.TestStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class ReportControllerTests {
    private static final Caller.Node AGENT = new Caller.Node("token", null, null);
    private static final Caller.Node OTHER = new Caller.Node("other", null, null);
    private static final RetentionSettings RETENTION =
            new RetentionSettings(Duration.ofDays(7), Duration.ofDays(730), Duration.ofDays(730));

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void sendsAwayATokenThatCallsOnceTooOftenWhereverItIs() throws IOException {
        ReportController controller = controller(FakeStore.taking(), new IngestSettings(3, 100, Duration.ofSeconds(1)));
        for (int i = 0; i < 3; i++) {
            assertThat(take(controller, AGENT, "192.0.2." + i).accepted()).isOne();
        }
        RefusedException refused = refusal(controller, AGENT, "192.0.2.9");
        assertThat(refused.problem().getStatus()).isEqualTo(429);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(take(controller, OTHER, "192.0.2.1").accepted()).isOne();
        assertThat(counted("stored")).isEqualTo(4);
    }

    @Test
    void sendsAwayANetworkThatCallsOnceTooOftenWithWhateverToken() throws IOException {
        ReportController controller = controller(FakeStore.taking(), new IngestSettings(100, 2, Duration.ofSeconds(1)));
        assertThat(take(controller, AGENT, "2001:db8::1").accepted()).isOne();
        assertThat(take(controller, OTHER, "2001:db8::2").accepted()).isOne();
        RefusedException refused = refusal(controller, AGENT, "2001:db8::3");
        assertThat(refused.problem().getStatus()).isEqualTo(429);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(take(controller, AGENT, "2001:db8:0:1::1").accepted()).isOne();
        assertThat(take(controller, AGENT, "192.0.2.1").accepted()).isOne();
    }

    @Test
    void saysWhenToComeBackInWholeSeconds() {
        RefusedException refused = RefusedException.tooMany("rate-limit", "x", Duration.ofMillis(1001));
        ResponseEntity<?> answer = new RefusalAnswers().refused(refused);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
    }

    @Test
    void answersAFullQueueWith429() {
        ReportStore full = new FakeStore(reports -> {
            throw new QueueFullException(1);
        });
        RefusedException refused = refusal(controller(full), AGENT, "192.0.2.1");
        assertThat(refused.problem().getType()).hasToString("urn:dualsight:problem:queue-full");
        assertThat(refused.retryAfter()).isPositive();
        assertThat(counted("failed")).isOne();
    }

    @Test
    void answersAStoreThatIsAwayOrTooSlowWith503() {
        ReportStore away =
                new FakeStore(reports -> CompletableFuture.failedFuture(new StoreUnavailableException("away", null)));
        ReportStore slow = new FakeStore(reports -> new CompletableFuture<>());
        for (ReportStore store : List.of(away, slow)) {
            RefusedException refused = refusal(controller(store), AGENT, "192.0.2.1");
            assertThat(refused.problem().getStatus()).isEqualTo(503);
            assertThat(refused.retryAfter()).isPositive();
        }
        assertThat(counted("failed")).isEqualTo(2);
    }

    @Test
    void letsADefectOfTheStoreRise() {
        ReportStore broken =
                new FakeStore(reports -> CompletableFuture.failedFuture(new IllegalArgumentException("x")));
        assertThatThrownBy(() -> take(controller(broken), AGENT, "192.0.2.1"))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("x");
        assertThat(counted("failed")).isOne();
    }

    @Test
    void namesTheReportsThatTheDatabaseDoesNotTake() throws IOException {
        ReportStore picky = new FakeStore(reports ->
                CompletableFuture.completedFuture(List.of(Outcome.STORED, Outcome.FAILED, Outcome.DUPLICATE)));
        SentReport second = new SentReport("edge", "b");
        String body = SentReport.array(new SentReport("edge", "a"), second, new SentReport("edge", "c"));
        ReportAnswer answer = controller(picky).take(request(body, "192.0.2.1"), AGENT);
        assertThat(answer.accepted()).isOne();
        assertThat(answer.duplicates()).isOne();
        assertThat(answer.rejected())
                .containsExactly(new ReportAnswer.Rejected(1, second.id(), "The database does not take this report."));
        assertThat(List.of(counted("stored"), counted("duplicate"), counted("failed"), counted("rejected")))
                .containsExactly(1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void namesAtMostAHundredErrors() {
        SentReport[] bad = IntStream.range(0, 101)
                .mapToObj(i -> new SentReport("edge", "-"))
                .toArray(SentReport[]::new);
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> controller(FakeStore.taking()).take(request(SentReport.array(bad), "192.0.2.1"), AGENT));
        assertThat((List<?>) refused.problem().getProperties().get("errors")).hasSize(100);
        assertThat(counted("rejected")).isEqualTo(101);
    }

    private ReportController controller(ReportStore store) {
        return controller(store, new IngestSettings(1000, 1000, Duration.ofMillis(50)));
    }

    private ReportController controller(ReportStore store, IngestSettings settings) {
        Clock clock = Clock.fixed(SentReport.NOW, ZoneOffset.UTC);
        return new ReportController(
                new Examiner(
                        RETENTION, (agent, cluster, node) -> true, (agent, cluster, node) -> {}, TestStore.reader()),
                new Judge(new RuleBook(Thresholds.DEFAULT), store, Surroundings.NONE),
                new Commit(store, settings),
                new IngestCounters(meters),
                clock,
                new RateLimits(clock, settings),
                new ReportSettings(Duration.ofSeconds(60), null));
    }

    private double counted(String outcome) {
        return meters.get("dualsight.reports.ended")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static RefusedException refusal(ReportController controller, Caller.Node agent, String address) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> take(controller, agent, address));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static ReportAnswer take(ReportController controller, Caller.Node agent, String address)
            throws IOException {
        return controller.take(request(new SentReport("edge", "one").json(), address), agent);
    }

    private static MockHttpServletRequest request(String body, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/reports");
        request.setRemoteAddr(address);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
