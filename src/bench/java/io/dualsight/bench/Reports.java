package io.dualsight.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Reports of a fleet that does not change: the contract's example, of other nodes with other addresses. */
final class Reports {

    private static final String NODE = "edge-0042";
    private static final String ADDRESS = "2001:db8:1::10";
    private static final Pattern PLACE =
            Pattern.compile(NODE + "|" + ADDRESS + "|(?<=\"reportId\": ?\")[^\"]*|(?<=\"collectedAt\": ?\")[^\"]*");

    private static final Pattern ANNOTATION = Pattern.compile("(?<key>\"rke2.io/internal-ip\": ?\")[^\"]*\"");

    /** The template cut at its places: what stands between them, and what comes in each. */
    private final List<String> between = new ArrayList<>();

    private final List<String> places = new ArrayList<>();

    Reports() {
        String template = template();
        Matcher place = PLACE.matcher(template);
        int last = 0;
        while (place.find()) {
            between.add(template.substring(last, place.start()));
            places.add(kind(place.group()));
            last = place.end();
        }
        between.add(template.substring(last));
    }

    private static String template() {
        try {
            return Files.readString(Path.of("src/test/resources/contract/report.json"))
                    .replaceAll("\\n\\s*", "")
                    .replace("edge-cn-3", "bench")
                    // An agent's report has no character that is not ASCII, unless its host's files do.
                    .replace("\u2026", "0f1e2d3c4b5a")
                    // Up for weeks, as most of a fleet is.
                    .replaceAll("2026-11-(\\d\\dT)", "2026-10-$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(String found) {
        if (found.equals(NODE) || found.equals(ADDRESS)) {
            return found;
        }
        return found.contains("T") ? "at" : "id";
    }

    /** One report, about as large as an agent's. */
    String json(int node, Instant at, UUID id) {
        StringBuilder json = new StringBuilder(4096);
        write(json, node, at, id);
        return json.toString();
    }

    private void write(StringBuilder json, int node, Instant at, UUID id) {
        String name = name(node);
        String address = ADDRESS.substring(0, ADDRESS.length() - 2) + Integer.toHexString(0x1000 + (node >> 12)) + ":"
                + Integer.toHexString(0x1000 + (node & 0xfff));
        for (int i = 0; i < places.size(); i++) {
            json.append(between.get(i));
            switch (places.get(i)) {
                case NODE -> json.append(name);
                case ADDRESS -> json.append(address);
                case "at" -> json.append(at);
                default -> json.append(id);
            }
        }
        json.append(between.get(places.size()));
    }

    static String name(int node) {
        return String.format("node-%06d", node);
    }

    byte[] one(int node, Instant at) {
        return json(node, at, UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    /** Reports of so many nodes from this one on, as one gzip body. */
    byte[] batch(int firstNode, int size, Instant at) {
        return batch(firstNode, size, at, false);
    }

    /**
     * The same.
     *
     * @param bad whether an annotation says something else than the Node's status, which is a finding
     */
    byte[] batch(int firstNode, int size, Instant at, boolean bad) {
        StringBuilder all = new StringBuilder(size * 3000).append('[');
        for (int i = 0; i < size; i++) {
            write(i == 0 ? all : all.append(','), firstNode + i, at, UUID.randomUUID());
        }
        String json = all.append(']').toString();
        return gzip(bad ? ANNOTATION.matcher(json).replaceAll("${key}2001:db8:9::9\"") : json);
    }

    /** What one node has in its spool after an outage, as one gzip body. */
    byte[] spool(int node, int size, Instant first) {
        StringBuilder all = new StringBuilder(size * 3000).append('[');
        for (int i = 0; i < size; i++) {
            write(i == 0 ? all : all.append(','), node, first.plusSeconds(60L * i), UUID.randomUUID());
        }
        return gzip(all.append(']').toString());
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
