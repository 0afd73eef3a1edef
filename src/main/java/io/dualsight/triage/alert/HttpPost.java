package io.dualsight.triage.alert;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * POSTs JSON to a receiver that somebody typed in: no redirect is followed, no local address is dialled, and an attempt is
 * over in time even where an answer comes byte by byte.
 */
@Component
class HttpPost implements DisposableBean {

    private final CloseableHttpClient client;
    private final Duration limit;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(HttpPost::deadlineThread);

    HttpPost(AlertSettings settings) {
        this.limit = settings.timeout();
        Timeout timeout = Timeout.of(limit);
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

    private static Thread deadlineThread(Runnable work) {
        Thread thread = new Thread(work, "alert-deadlines");
        thread.setDaemon(true);
        return thread;
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
        int status = status(request);
        if (status < 200 || status >= 300) {
            throw new UndeliveredException("the receiver answered " + status);
        }
    }

    private int status(HttpUriRequestBase request) {
        Future<?> deadline = deadlines.schedule(request::abort, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            // The body of the answer is not read: it may be endless.
            return client.execute(request, answer -> {
                int code = answer.getCode();
                request.abort();
                return code;
            });
        } catch (IOException e) {
            String why = request.isAborted() ? "none within " + limit.toSeconds() + " s" : e.getMessage();
            throw new UndeliveredException("no answer: " + why, e);
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
