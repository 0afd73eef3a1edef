package io.dualsight.triage.alert;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;

/** Channels on an empty database, what there is to tell, and consoles that tell it. */
final class AlertDesk {

    static final Caller.Person ADMIN = new Caller.Person("ann", Role.ADMIN);
    static final String RULE = "NODE_IP_IS_VIP";
    static final String SECRET = "s3cret";

    final HandClock clock;
    private final JdbcTemplate jdbc;
    private final StaticListableBeanFactory mail = new StaticListableBeanFactory();

    AlertDesk(TestDatabase database) {
        this(database, Said.START);
    }

    AlertDesk(TestDatabase database, Instant now) {
        clock = new HandClock(now);
        jdbc = new JdbcTemplate(database.empty());
    }

    void mailBy(JavaMailSender sender) {
        mail.addBean("mail", sender);
    }

    Dispatcher console(boolean allowLocal) {
        return console(allowLocal, Duration.ofSeconds(5), Runnable::run);
    }

    Dispatcher console(boolean allowLocal, Duration timeout, Executor threads) {
        AlertSettings settings =
                new AlertSettings(allowLocal, Duration.ofSeconds(10), timeout, 3, "a@b", "https://console.example.com");
        HttpPost http = new HttpPost(settings);
        List<Sender> senders = List.of(
                new WebhookSender(http),
                new AlertmanagerSender(http),
                new MailSender(mail.getBeanProvider(JavaMailSender.class), settings));
        return new Dispatcher(new Turns(jdbc), new ChannelTable(jdbc), senders, settings, threads, clock);
    }

    Channels channels() {
        return new ChannelDesk(new ChannelTable(jdbc), outbox(), TestAudit.on(jdbc.getDataSource(), clock), clock);
    }

    private Outbox outbox() {
        return new Outbox(jdbc, new ChannelTable(jdbc), clock);
    }

    void add(String kind, String target, String severity, @Nullable String cluster) {
        String name = kind + " " + channels().all().size();
        channels().add(ADMIN, new WantedChannel(name, kind, target, SECRET, severity, null, cluster));
    }

    void opened(Severity severity, String... nodes) {
        tell(EventKind.OPENED, RULE, severity, nodes);
    }

    void tell(EventKind kind, String rule, Severity severity, String... nodes) {
        outbox().tell(Stream.of(nodes)
                .map(node -> new Tiding(kind, 1, rule, severity, new NodeKey("edge", node), clock.instant()))
                .toList());
    }

    Channel only() {
        return channels().all().get(0);
    }
}
