package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;

/** Quoted scalars and {@code [lists]} of YAML, from a place in a text on; both may span lines. */
final class FlowYaml {

    private static final int DEPTH = 100;
    /** What follows a backslash in double quotes, and what it stands for. */
    private static final String ESCAPES = "0abtnvfre \"/\\N_LPt\t";

    private static final String ESCAPED = "\0\u0007\b\t\n\u000b\f\r\u001b \"/\\\u0085\u00a0\u2028\u2029\t\t";

    private final String text;
    private int at;

    FlowYaml(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Where the value that was read ends. */
    int end() {
        return at;
    }

    /** Reads a scalar in single or double quotes. */
    String quoted() throws YamlException {
        char quote = text.charAt(at);
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                fold(value);
            } else if (c == '\\' && quote == '"') {
                escape(value);
            } else if (c != quote) {
                value.append(c);
            } else if (quote == '\'' && at < text.length() && text.charAt(at) == '\'') {
                value.append(text.charAt(at++));
            } else {
                return value.toString();
            }
        }
        throw new YamlException(text, start, "a quote that is not closed");
    }

    /** A line break in a quoted scalar is a blank; empty lines are breaks. */
    private void fold(StringBuilder value) {
        while (!value.isEmpty()
                && (value.charAt(value.length() - 1) == ' ' || value.charAt(value.length() - 1) == '\t')) {
            value.setLength(value.length() - 1);
        }
        int breaks = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            breaks += text.charAt(at++) == '\n' ? 1 : 0;
        }
        value.append(breaks == 0 ? " " : "\n".repeat(breaks));
    }

    private void escape(StringBuilder value) throws YamlException {
        char c = at < text.length() ? text.charAt(at++) : 0;
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        int known = ESCAPES.indexOf(c);
        if (digits > 0) {
            value.appendCodePoint(codePoint(digits));
        } else if (c == '\n') {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        } else if (known >= 0) {
            value.append(ESCAPED.charAt(known));
        } else {
            throw new YamlException(text, at, "an unknown escape in double quotes");
        }
    }

    private int codePoint(int digits) throws YamlException {
        try {
            int code = Integer.parseInt(text.substring(at, at + digits), 16);
            at += digits;
            if (Character.isValidCodePoint(code)) {
                return code;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // said below
        }
        throw new YamlException(text, at, "an unknown escape in double quotes");
    }

    /** Reads a list of scalars. */
    List<String> list() throws YamlException {
        List<String> items = new ArrayList<>();
        int start = at++;
        while (true) {
            blanks();
            if (at == text.length()) {
                throw new YamlException(text, start, "a bracket that is not closed");
            }
            char c = text.charAt(at);
            if (c == ']') {
                at++;
                return items;
            }
            items.add(c == '"' || c == '\'' ? quoted() : plain());
            blanks();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            } else if (at < text.length() && text.charAt(at) != ']') {
                throw new YamlException(text, at, "a list item that is no plain text");
            }
        }
    }

    private String plain() throws YamlException {
        int start = at;
        if ("[]{},&*!|>%@`#".indexOf(text.charAt(at)) >= 0) {
            throw new YamlException(text, at, "a list item that is no plain text");
        }
        while (at < text.length() && "[]{},".indexOf(text.charAt(at)) < 0 && !comment(at)) {
            if (text.charAt(at) == ':' && at + 1 < text.length() && " \n".indexOf(text.charAt(at + 1)) >= 0) {
                throw new YamlException(text, at, "a mapping where a string should stand");
            }
            at++;
        }
        return text.substring(start, at).strip().replaceAll("\\s*\n\\s*", " ");
    }

    private boolean comment(int place) {
        return text.charAt(place) == '#' && place > 0 && Character.isWhitespace(text.charAt(place - 1));
    }

    private void blanks() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || comment(at))) {
            if (text.charAt(at) == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else {
                at++;
            }
        }
    }

    /** Passes over any list or mapping in brackets. */
    void skip() throws YamlException {
        int start = at;
        int depth = 0;
        do {
            blanks();
            if (at == text.length() || depth > DEPTH) {
                throw new YamlException(text, start, "a bracket that is not closed");
            }
            char c = text.charAt(at);
            if ((c == '"' || c == '\'') && startsScalar()) {
                quoted();
            } else {
                depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                at++;
            }
        } while (depth > 0);
    }

    /** A quote within plain text ({@code it's}) opens nothing. */
    private boolean startsScalar() {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && "[{,:".indexOf(text.charAt(before)) >= 0;
    }
}
