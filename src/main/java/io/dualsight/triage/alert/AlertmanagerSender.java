package io.dualsight.triage.alert;

import io.dualsight.contract.Json;
import io.dualsight.triage.ChannelKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Alerts to an Alertmanager, which groups, silences and routes them; a resolved finding ends its alert. */
@Component
class AlertmanagerSender implements Sender {

    private static final String PATH = "/api/v2/alerts";

    /** Nothing is sent again while a finding stands, so its alert must not end by itself as Prometheus's do. */
    private static final Duration STANDS = Duration.ofDays(30);

    /** A test alert ends by itself. */
    private static final Duration TEST = Duration.ofMinutes(5);

    private final HttpPost http;

    AlertmanagerSender(HttpPost http) {
        this.http = http;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.ALERTMANAGER;
    }

    @Override
    public void send(Notice notice) {
        List<Map<String, Object>> alerts = notice.messages().stream()
                .map(message -> alert(message, notice))
                .toList();
        String base = notice.target().replaceFirst("/+$", "");
        http.post(base.endsWith(PATH) ? base : base + PATH, Json.write(alerts), Map.of());
    }

    private static Map<String, Object> alert(Message message, Notice notice) {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("alertname", message.rule());
        labels.put("severity", message.severity().wire());
        labels.put("cluster", message.node().cluster());
        labels.put("node", message.node().node());
        labels.put("source", "dualsight");
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("labels", labels);
        alert.put("annotations", Map.of("summary", Notice.title(message), "event", message.kind()));
        boolean over = message.kind().equals("resolved");
        if (!over) {
            alert.put("startsAt", message.at().toString());
        }
        alert.put("endsAt", end(message, over).toString());
        if (!notice.link(message).isEmpty()) {
            alert.put("generatorURL", notice.link(message));
        }
        return alert;
    }

    private static Instant end(Message message, boolean over) {
        if (over) {
            return message.at();
        }
        return message.at().plus(message.kind().equals(Message.TEST) ? TEST : STANDS);
    }
}
