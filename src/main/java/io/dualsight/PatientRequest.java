package io.dualsight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A request whose body is waited for without a place at the turnstile; forms too, which the web server would read. */
final class PatientRequest extends HttpServletRequestWrapper {
    /** A pasted report of 256 KiB, its quotes and brackets written out as a form writes them. */
    static final int LONGEST_FORM = 1 << 20;

    static final int MOST_FIELDS = 200;

    private final Semaphore places;
    private @Nullable PatientStream body;
    private @Nullable Map<String, String[]> parameters;

    PatientRequest(HttpServletRequest request, Semaphore places) {
        super(request);
        this.places = places;
    }

    @Override
    public PatientStream getInputStream() throws IOException {
        if (body == null) {
            body = new PatientStream(super.getInputStream(), places);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String charset = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), charset == null ? StandardCharsets.ISO_8859_1.name() : charset));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = isForm() ? withForm() : super.getParameterMap();
        }
        return parameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    private boolean isForm() {
        String type = getContentType();
        return HttpMethod.POST.matches(getMethod())
                && type != null
                && type.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** The fields of the address come first. Once its body is taken, the web server reads no form from it itself. */
    private Map<String, String[]> withForm() {
        String form = form();
        Map<String, List<String>> all = new LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
        String[] fields = form.isEmpty() ? new String[0] : form.split("&");
        if (all.size() + fields.length > MOST_FIELDS) {
            throw refused("a form of " + fields.length + " fields", HttpStatus.CONTENT_TOO_LARGE);
        }
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            all.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        Map<String, String[]> found = new LinkedHashMap<>();
        all.forEach((name, values) -> found.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(found);
    }

    private String form() {
        try {
            byte[] bytes = getInputStream().readNBytes(LONGEST_FORM + 1);
            if (bytes.length > LONGEST_FORM) {
                throw refused("a form of more than " + LONGEST_FORM + " bytes", HttpStatus.CONTENT_TOO_LARGE);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw refused("half a form", HttpStatus.REQUEST_TIMEOUT);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("a field that no form writes", HttpStatus.BAD_REQUEST);
        }
    }

    /** The web server makes this the answer. */
    private static InvalidParameterException refused(String what, HttpStatus status) {
        return new InvalidParameterException(what, status.value());
    }
}
