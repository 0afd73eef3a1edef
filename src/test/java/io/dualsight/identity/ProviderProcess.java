package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt;

/** An OpenID provider in a process of its own, with a form where anybody signs in as whom they like. */
final class ProviderProcess {
    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    ProviderProcess() {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        process = start();
        Instant deadline = Instant.now().plus(START);
        while (!isUp()) {
            assertThat(process.isAlive() && Instant.now().isBefore(deadline))
                    .as("the provider starts")
                    .isTrue();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneMockOAuth2ServerKt.class.getName());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("JSON_CONFIG", "{\"interactiveLogin\":true,\"httpServer\":\"NettyWrapper\"}");
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isUp() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
            return client.send(HttpRequest.newBuilder(URI.create(issuer())).build(), BodyHandlers.discarding())
                            .statusCode()
                    > 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/corp";
    }

    /** Signs in at the address that the console leads to, and answers where the provider leads back to. */
    URI signIn(String asked, String name, List<String> groups) {
        Map<String, Object> claims = Map.of("preferred_username", name, "groups", groups);
        String form = "username=" + encoded(name) + "&claims=" + encoded(Json.write(claims));
        HttpRequest request = HttpRequest.newBuilder(URI.create(asked))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new AssertionError("the provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void stop() {
        process.destroyForcibly();
    }
}
