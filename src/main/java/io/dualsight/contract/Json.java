package io.dualsight.contract;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain trees, with the JDK alone: objects are {@link Map}s with string keys, arrays {@link java.util.List}s,
 * and leaves {@link String}, {@link Long}, {@link Double}, {@link Boolean} or {@code null}. An agent reads
 * {@code ip -j} with it and writes reports; a full JSON library would cost it more memory than all the rest.
 */
public final class Json {

    private Json() {}

    /**
     * Reads one JSON value (RFC 8259), not deeper than {@link Limits#JSON_DEPTH}. Whole numbers beyond 64 bits become
     * {@link Double}; of a key that stands twice the last value counts.
     *
     * @throws MalformedJsonException where the text is no JSON, or too deep
     */
    public static @Nullable Object read(String text) {
        return new JsonText(text).document();
    }

    /** Reads UTF-8; see {@link #read(String)}. */
    public static @Nullable Object read(byte[] utf8) {
        return read(new String(utf8, StandardCharsets.UTF_8));
    }

    /**
     * Writes a tree without blanks, keys in the map's order, whole numbers without a fraction.
     *
     * @throws IllegalArgumentException for a value that JSON does not have
     */
    public static String write(@Nullable Object tree) {
        StringBuilder out = new StringBuilder(1024);
        value(out, tree, -1);
        return out.toString();
    }

    /** Writes a tree for people: two blanks a level. */
    public static String pretty(@Nullable Object tree) {
        StringBuilder out = new StringBuilder(4096);
        value(out, tree, 0);
        return out.append('\n').toString();
    }

    /** The bytes of {@link #write(Object)} in UTF-8. */
    public static byte[] bytes(@Nullable Object tree) {
        return write(tree).getBytes(StandardCharsets.UTF_8);
    }

    private static void value(StringBuilder out, @Nullable Object value, int level) {
        if (value instanceof String text) {
            quoted(out, text);
        } else if (value instanceof Map<?, ?> map) {
            object(out, map, level);
        } else if (value instanceof Iterable<?> items) {
            array(out, items, level);
        } else if (value instanceof Double number && number == number.longValue()) {
            out.append(number.longValue());
        } else if (value == null || value instanceof Boolean || isFinite(value)) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getName() + " " + value);
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private static void object(StringBuilder out, Map<?, ?> map, int level) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            newLine(out, level + 1, level);
            quoted(out, String.valueOf(entry.getKey()));
            out.append(level < 0 ? ":" : ": ");
            value(out, entry.getValue(), level < 0 ? level : level + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        if (!map.isEmpty()) {
            newLine(out, level, level);
        }
        out.append('}');
    }

    private static void array(StringBuilder out, Iterable<?> items, int level) {
        out.append('[');
        Iterator<?> each = items.iterator();
        boolean any = each.hasNext();
        while (each.hasNext()) {
            newLine(out, level + 1, level);
            value(out, each.next(), level < 0 ? level : level + 1);
            out.append(each.hasNext() ? "," : "");
        }
        if (any) {
            newLine(out, level, level);
        }
        out.append(']');
    }

    private static void newLine(StringBuilder out, int depth, int level) {
        if (level >= 0) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        int plain = plainUntil(text);
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isMark(c)) {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || loneSurrogate(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Where the first character stands that may need more than itself; most texts have none. */
    private static int plainUntil(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) < 0x7f && !isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(char c) {
        return c == '"' || c == '\\';
    }

    /** A half of a pair without its other half cannot be written in UTF-8. */
    private static boolean loneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
