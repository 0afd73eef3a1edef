package io.dualsight.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a text in UTF-8 that comes in pieces. */
final class TextDigest {

    private static final int BUFFER = 1024;

    private final MessageDigest sha256;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    TextDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has SHA-256", e);
        }
    }

    /** Of one text, in hexadecimal digits. */
    static String hex(String text) {
        TextDigest digest = new TextDigest();
        digest.add(text);
        return HexFormat.of().formatHex(digest.end());
    }

    /** Most texts are short and ASCII, which is copied as it is: a report is hashed each time that it comes. */
    void add(String text) {
        int length = text.length();
        if (length > BUFFER - used) {
            flush();
        }
        if (length > BUFFER || !copied(text, length)) {
            flush();
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean copied(String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            buffer[used + i] = (byte) c;
        }
        used += length;
        return true;
    }

    private void flush() {
        sha256.update(buffer, 0, used);
        used = 0;
    }

    byte[] end() {
        flush();
        return sha256.digest();
    }
}
