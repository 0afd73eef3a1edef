package io.dualsight.agent;

import io.dualsight.contract.StartupFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Kubelet's own gauges of its start, {@code kubelet_node_startup_*}, where one of its ports may be read: by the API
 * server's client certificate, which a server has on its disk, by a ServiceAccount that is allowed to, or without TLS
 * where that port is open. They are settled some minutes after a start and asked no more.
 */
final class KubeletMetrics {

    private static final String GAUGE = "kubelet_node_startup_";
    private static final String KEY = "kubelet ";
    private static final Duration SETTLED = Duration.ofMinutes(15);
    private static final int MILLIS = 2_000;
    private static final long MOST = 8L << 20;
    private static final int OK = 200;
    private static final List<String> PORTS =
            List.of("http://127.0.0.1:10255", "http://[::1]:10255", "https://127.0.0.1:10250", "https://[::1]:10250");

    private final HostFiles files;
    private final Memory memory;
    private final Map<String, String> environment;
    private final Clock clock;

    private final List<String> ports;

    KubeletMetrics(HostFiles files, Memory memory, Map<String, String> environment, Clock clock) {
        this(files, memory, environment, clock, PORTS);
    }

    KubeletMetrics(HostFiles files, Memory memory, Map<String, String> environment, Clock clock, List<String> ports) {
        this.files = files;
        this.memory = memory;
        this.environment = environment;
        this.clock = clock;
        this.ports = ports;
    }

    /** The gauges in seconds, of the service's start that {@code startup} tells; empty where nobody here may read them. */
    SortedMap<String, Double> read(Distribution distribution, StartupFacts startup) {
        String key = KEY + startup.invocationId();
        String known = startup.invocationId() == null ? null : memory.get(key);
        if (known != null) {
            return remembered(known);
        }
        SortedMap<String, Double> gauges = ask(distribution);
        Instant startedAt = startup.serviceStartedAt();
        if (startedAt != null && startedAt.plus(SETTLED).isBefore(clock.instant())) {
            memory.keepOnly(KEY, Set.of(key));
            StringBuilder text = new StringBuilder();
            gauges.forEach(
                    (name, value) -> text.append(name).append(' ').append(value).append('\n'));
            memory.put(key, text.toString());
        }
        return gauges;
    }

    /** Kept as kubelet writes them. */
    private static SortedMap<String, Double> remembered(String text) {
        TreeMap<String, Double> gauges = new TreeMap<>();
        text.lines().forEach(line -> gauge(line, gauges));
        return gauges;
    }

    private SortedMap<String, Double> ask(Distribution distribution) {
        try {
            SortedMap<String, Double> gauges = ask(ports, "http:", null);
            Credentials credentials = gauges == null ? credentials(distribution) : null;
            gauges = credentials == null ? gauges : ask(ports, "https:", credentials);
            return gauges == null ? Collections.emptySortedMap() : gauges;
        } catch (IOException e) {
            // such as a key that only root may read: the gauges are a second opinion, and may be missing
            return Collections.emptySortedMap();
        }
    }

    private @Nullable Credentials credentials(Distribution distribution) throws IOException {
        Credentials pod = Credentials.ofPod(environment);
        return pod == null ? Credentials.ofKubeletClient(files, distribution) : pod;
    }

    /** What the first port of that scheme says that answers; {@code null} where none does. */
    private static @Nullable SortedMap<String, Double> ask(
            List<String> ports, String scheme, @Nullable Credentials credentials) throws IOException {
        SSLSocketFactory sockets = credentials == null ? null : Certificates.of(credentials);
        for (String port : ports) {
            try {
                if (port.startsWith(scheme)) {
                    return new BoundedGet(port + "/metrics", MILLIS)
                            .trusting(sockets)
                            .as(credentials == null ? null : credentials.token())
                            .answer(KubeletMetrics::gauges);
                }
            } catch (IOException e) {
                // another port may answer
            }
        }
        return null;
    }

    private static SortedMap<String, Double> gauges(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() != OK) {
            throw new IOException("HTTP " + connection.getResponseCode());
        }
        TreeMap<String, Double> gauges = new TreeMap<>();
        long read = 0;
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = in.readLine(); line != null && read < MOST; line = in.readLine()) {
                read += line.length();
                gauge(line, gauges);
            }
        }
        return gauges;
    }

    /** A line of the text format: {@code kubelet_node_startup_duration_seconds 41.5}. */
    static void gauge(String line, Map<String, Double> gauges) {
        int blank = line.lastIndexOf(' ');
        if (line.startsWith(GAUGE) && blank > 0) {
            try {
                double value = Double.parseDouble(line.substring(blank + 1));
                if (Double.isFinite(value)) {
                    gauges.put(line.substring(0, blank), value);
                }
            } catch (NumberFormatException e) {
                // no gauge
            }
        }
    }
}
