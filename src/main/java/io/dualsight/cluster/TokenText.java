package io.dualsight.cluster;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself, proven by nobody: good for asking the right cluster first, and, once a cluster has said
 * that the token is good, for its end.
 *
 * @param sha256 of the token, under which answers are remembered
 * @param keyId of the key that signed it; absent = not said
 * @param expiresAt absent = not said
 */
record TokenText(
        String sha256, @Nullable String keyId, @Nullable Instant expiresAt) {

    /** Longer ones are none: a ServiceAccount's has about 1,000 characters. */
    private static final int LONGEST = 8_192;

    /** {@code null} for a text that is no JSON Web Token. */
    static @Nullable TokenText read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || token.length() > LONGEST) {
            return null;
        }
        Map<?, ?> header = json(parts[0]);
        Map<?, ?> claims = json(parts[1]);
        if (header.isEmpty() || claims.isEmpty()) {
            return null;
        }
        String keyId = header.get("kid") instanceof String text ? text : null;
        return new TokenText(sha256(token), keyId, time(claims.get("exp")));
    }

    private static Map<?, ?> json(String part) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part)) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException | MalformedJsonException e) {
            return Map.of();
        }
    }

    private static @Nullable Instant time(@Nullable Object seconds) {
        try {
            return seconds instanceof Number number ? Instant.ofEpochSecond(number.longValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String sha256(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has SHA-256", e);
        }
    }
}
