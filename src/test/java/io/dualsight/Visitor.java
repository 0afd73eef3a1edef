package io.dualsight;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who calls a running console over HTTP, with cookies as a browser keeps them, and follows no redirect. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String root;

    public Visitor(int port) {
        this.root = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> call(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    /** Looks at the head of an answer alone, with an empty JSON body; nothing where none comes within five seconds. */
    public Optional<HttpResponse<InputStream>> knock(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path, headers).timeout(Duration.ofSeconds(5));
        if (!method.equals("GET")) {
            request.header("Content-Type", path.startsWith("/api/") ? "application/json" : FORM);
        }
        BodyPublisher body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        try {
            HttpResponse<InputStream> answer =
                    client.send(request.method(method, body).build(), BodyHandlers.ofInputStream());
            // A live page never ends its answer.
            answer.body().close();
            return Optional.of(answer);
        } catch (HttpTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Posts a form with the CSRF token of the sign-in page. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + csrf()));
        return send(request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> signIn(String username, String password) {
        return form("/login", Map.of("username", username, "password", password));
    }

    public String csrf() {
        Matcher field = CSRF.matcher(get("/login").body());
        if (!field.find()) {
            throw new AssertionError("the sign-in page has no CSRF token");
        }
        return field.group(1);
    }

    /** A cookie's value, or an empty text. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** Has the cookie sent from now on, as a browser does that somebody planted it in. */
    public void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(root), cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
