package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Opens a request's body as plain bytes that cannot exceed the limit, whatever its headers say. */
final class RequestStream {
    private static final String WHAT = "request";

    private RequestStream() {}

    static BoundedStream open(HttpServletRequest request) throws IOException {
        requireJson(header(request, HttpHeaders.CONTENT_TYPE));
        boolean gzip = isGzip(header(request, HttpHeaders.CONTENT_ENCODING));
        long length = request.getContentLengthLong();
        if (length > Limits.REQUEST_BYTES) {
            throw RefusedException.overLimit(WHAT, length + " bytes", "at most " + Limits.REQUEST_BYTES + " bytes");
        }
        BoundedStream sent = new BoundedStream(request.getInputStream(), Limits.REQUEST_BYTES, WHAT);
        return gzip ? new BoundedStream(new GunzipStream(sent), Limits.REQUEST_BYTES, WHAT) : sent;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }

    private static void requireJson(String contentType) {
        if (!isJson(contentType)) {
            throw unsupported(HttpHeaders.CONTENT_TYPE, contentType, MediaType.APPLICATION_JSON_VALUE);
        }
    }

    private static boolean isJson(String contentType) {
        try {
            return !contentType.isEmpty() && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isGzip(String encoding) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw unsupported(HttpHeaders.CONTENT_ENCODING, encoding, "gzip or none");
        };
    }

    private static RefusedException unsupported(String header, String value, String expected) {
        String shown = value.isEmpty() ? "missing" : value.substring(0, Math.min(value.length(), 100));
        return RefusedException.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-body",
                "The body is in a form that this address does not take.",
                List.of(new FieldError(header, shown, expected)));
    }
}
