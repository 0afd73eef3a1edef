package io.dualsight.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Reports of a fleet that does not change: the contract's example, of other nodes with other addresses. */
final class Reports {

    private static final Pattern ANNOTATION = Pattern.compile("(?<key>\"rke2.io/internal-ip\": ?\")[^\"]*\"");

    private final String template;

    Reports() {
        try {
            template = Files.readString(Path.of("src/test/resources/contract/report.json"))
                    .replaceAll("\\n\\s*", "")
                    .replace("edge-cn-3", "bench")
                    // Up for weeks, as most of a fleet is.
                    .replaceAll("2026-11-(\\d\\dT)", "2026-10-$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One report, about as large as an agent's. */
    String json(int node, Instant at, UUID id) {
        String address = "2001:db8:1::" + Integer.toHexString(0x1000 + (node >> 12)) + ":"
                + Integer.toHexString(0x1000 + (node & 0xfff));
        return template.replace("edge-0042", name(node))
                .replace("2001:db8:1::10", address)
                .replaceFirst("\"reportId\": ?\"[^\"]*\"", "\"reportId\":\"" + id + "\"")
                .replaceFirst("\"collectedAt\": ?\"[^\"]*\"", "\"collectedAt\":\"" + at + "\"");
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
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            String json = json(firstNode + i, at, UUID.randomUUID());
            all.append(i == 0 ? "" : ",")
                    .append(bad ? ANNOTATION.matcher(json).replaceFirst("${key}2001:db8:9::9\"") : json);
        }
        return gzip(all.append(']').toString());
    }

    /** What one node has in its spool after an outage, as one gzip body. */
    byte[] spool(int node, int size, Instant first) {
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            all.append(i == 0 ? "" : ",").append(json(node, first.plusSeconds(60L * i), UUID.randomUUID()));
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
