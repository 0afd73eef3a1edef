package io.dualsight.triage.alert;

import io.dualsight.contract.Json;
import io.dualsight.triage.ChannelKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * JSON to a URL. {@code X-Dualsight-Signature} is {@code sha256=} and the HMAC-SHA256 of the body in hex, by the
 * channel's secret; {@code X-Dualsight-Delivery} is the same for each attempt.
 */
@Component
class WebhookSender implements Sender {

    private static final String HMAC = "HmacSHA256";

    private final HttpPost http;

    WebhookSender(HttpPost http) {
        this.http = http;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public void send(Notice notice) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", 1);
        tree.put("delivery", notice.id().toString());
        tree.put("subject", notice.subject());
        List<Map<String, Object>> findings = notice.messages().stream()
                .map(message -> finding(message, notice))
                .toList();
        tree.put("findings", findings);
        String body = Json.write(tree);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Dualsight-Delivery", notice.id().toString());
        if (!notice.secret().isEmpty()) {
            headers.put("X-Dualsight-Signature", "sha256=" + sign(body, notice.secret()));
        }
        http.post(notice.target(), body, headers);
    }

    private static Map<String, Object> finding(Message message, Notice notice) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", message.kind());
        tree.put("rule", message.rule());
        tree.put("severity", message.severity().wire());
        tree.put("cluster", message.node().cluster());
        tree.put("node", message.node().node());
        tree.put("title", Notice.title(message));
        tree.put("at", message.at().toString());
        if (message.finding() != null) {
            tree.put("id", message.finding());
        }
        if (!notice.link(message).isEmpty()) {
            tree.put("url", notice.link(message));
        }
        return tree;
    }

    static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
