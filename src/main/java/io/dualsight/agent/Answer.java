package io.dualsight.agent;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the console answered to one report. */
final class Answer {

    private static final long LONGEST_WAIT = 3600;
    private static final int SAID = 300;

    private final int status;
    private final HttpURLConnection connection;
    private final Map<?, ?> body;

    Answer(int status, HttpURLConnection connection, String text) {
        this.status = status;
        this.connection = connection;
        this.body = object(text);
    }

    private static Map<?, ?> object(String text) {
        try {
            return Json.read(text) instanceof Map<?, ?> map ? map : Map.of();
        } catch (MalformedJsonException e) {
            return Map.of();
        }
    }

    Delivery delivery() {
        return switch (status) {
            case 200 -> receipt();
            case 401, 403 -> new Delivery(Delivery.Fate.UNTRUSTED, problem(), null);
            // larger than something on the way lets through, be it the console or a proxy before it
            case 413 -> new Delivery(Delivery.Fate.REFUSED, problem(), null);
            // another server than a console says this about the request and not about the report
            case 400, 415, 422 ->
                new Delivery(body.containsKey("status") ? Delivery.Fate.REFUSED : Delivery.Fate.LATER, problem(), null);
            case 301, 302, 303, 307, 308 ->
                Delivery.later("it redirects to " + connection.getHeaderField("Location")
                        + ", which is not followed; give that as --server");
            default -> new Delivery(Delivery.Fate.LATER, problem(), retryAfter());
        };
    }

    private Delivery receipt() {
        if (whole("accepted") + whole("duplicates") > 0) {
            long next = whole("nextReportSeconds");
            return new Delivery(Delivery.Fate.TAKEN, "taken", next > 0 ? Math.min(next, LONGEST_WAIT) : null);
        }
        if (body.get("rejected") instanceof List<?> rejected
                && !rejected.isEmpty()
                && rejected.get(0) instanceof Map<?, ?> first) {
            return new Delivery(Delivery.Fate.REFUSED, cut(String.valueOf(first.get("error"))), null);
        }
        return Delivery.later("HTTP 200 without a receipt; is this a Dualsight console?");
    }

    private long whole(String key) {
        return body.get(key) instanceof Long number ? number : 0;
    }

    private String problem() {
        Object detail = body.get("detail") == null ? body.get("title") : body.get("detail");
        Object errors = body.get("errors");
        return cut("HTTP " + status + (detail == null ? "" : ": " + detail) + (errors == null ? "" : " " + errors));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(SAID, text.length()));
    }

    /** In seconds, or as a date; absent where there is none. */
    private @Nullable Long retryAfter() {
        String text = connection.getHeaderField("Retry-After");
        if (text == null) {
            return null;
        }
        long seconds = connection.getHeaderFieldLong("Retry-After", -1);
        if (seconds < 0) {
            long now = connection.getHeaderFieldDate("Date", 0);
            long then = connection.getHeaderFieldDate("Retry-After", 0);
            seconds = now == 0 || then == 0 ? 0 : (then - now) / 1000;
        }
        return Math.max(0, Math.min(seconds, LONGEST_WAIT));
    }
}
