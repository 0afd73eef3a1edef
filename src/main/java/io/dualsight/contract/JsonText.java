package io.dualsight.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One pass over a JSON text. */
final class JsonText {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int LONGEST_LONG = 18;
    private static final int LONGEST_NUMBER = 64;

    private final String text;
    private int at;
    private int depth;

    JsonText(String text) {
        this.text = text;
    }

    @Nullable
    Object document() {
        Object value = value();
        blanks();
        if (at < text.length()) {
            throw unexpected("the end");
        }
        return value;
    }

    private @Nullable Object value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        enter();
        if (next('}')) {
            return leave(map);
        }
        do {
            String key = key();
            map.put(key, value());
            blanks();
        } while (next(','));
        if (!next('}')) {
            throw unexpected("',' or '}'");
        }
        return leave(map);
    }

    private String key() {
        blanks();
        if (peek() != '"') {
            throw unexpected("a key");
        }
        String key = string();
        blanks();
        if (!next(':')) {
            throw unexpected("':'");
        }
        return key;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        enter();
        if (next(']')) {
            return leave(items);
        }
        do {
            items.add(value());
            blanks();
        } while (next(','));
        if (!next(']')) {
            throw unexpected("',' or ']'");
        }
        return leave(items);
    }

    private void enter() {
        at++;
        if (++depth > Limits.JSON_DEPTH) {
            throw new MalformedJsonException("nested deeper than " + Limits.JSON_DEPTH + " levels at " + place());
        }
        blanks();
    }

    private <T> T leave(T value) {
        depth--;
        return value;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                at--;
                throw unexpected("an escaped control character");
            }
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return out.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected("an escape");
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw unexpected("four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private Number number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt() || number.end() - at > LONGEST_NUMBER) {
            throw unexpected("a value");
        }
        at = number.end();
        boolean whole = number.group(1) == null && number.group(2) == null;
        String digits = number.group();
        return whole && digits.length() <= LONGEST_LONG ? (Number) Long.valueOf(digits) : Double.valueOf(digits);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new MalformedJsonException("ends too early, after " + text.length() + " characters");
        }
        return text.charAt(at);
    }

    private String place() {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return "line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
    }

    private MalformedJsonException unexpected(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new MalformedJsonException(found + " at " + place() + "; expected " + expected);
    }
}
