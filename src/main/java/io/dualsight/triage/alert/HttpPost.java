package io.dualsight.triage.alert;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** POSTs JSON to a receiver that somebody typed in: no redirect is followed, no local address is dialled. */
@Component
class HttpPost {

    private final CloseableHttpClient client;

    HttpPost(AlertSettings settings) {
        Timeout timeout = Timeout.of(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedDns(settings.allowLocal()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setUserAgent("dualsight")
                .build();
    }

    /**
     * Returns once the receiver has said that it has it.
     *
     * @throws UndeliveredException otherwise
     */
    void post(String url, String json, Map<String, String> headers) {
        HttpUriRequestBase request = new HttpUriRequestBase("POST", URI.create(url));
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        int status;
        try {
            // The body of the answer is not read: it may be endless.
            status = client.execute(request, answer -> {
                int code = answer.getCode();
                request.abort();
                return code;
            });
        } catch (IOException e) {
            throw new UndeliveredException("no answer: " + e.getMessage(), e);
        }
        if (status < 200 || status >= 300) {
            throw new UndeliveredException("the receiver answered " + status);
        }
    }
}
