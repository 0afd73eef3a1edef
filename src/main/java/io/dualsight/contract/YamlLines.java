package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;

/** A YAML text, read line by line from a place on. */
final class YamlLines {

    private final String text;
    private int at;

    YamlLines(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The line that begins here, or what is left of it. */
    String line() {
        return text.substring(at, lineEnd());
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    void next() {
        at = Math.min(text.length(), lineEnd() + 1);
    }

    /** Passes over blank lines and comments. */
    void skipBlank() {
        while (!atEnd() && isBlank(line())) {
            next();
        }
    }

    /** A quoted or bracketed value that begins {@code offset} characters into this line. */
    FlowYaml flow(int offset) {
        return new FlowYaml(text, at + offset);
    }

    /** Goes on behind a value, which must be the last on its line. */
    void endAfter(FlowYaml flow) throws YamlException {
        at = flow.end();
        if (!isBlank(line())) {
            throw failure("text after a closed value");
        }
        next();
    }

    /** Takes the lines that are indented deeper than {@code indent}, blanks around them cut off. */
    List<String> deeperThan(int indent) {
        List<String> lines = new ArrayList<>();
        while (!atEnd() && (line().isBlank() || blanks(line()) > indent)) {
            lines.add(line().strip());
            next();
        }
        return lines;
    }

    /** Takes a plain scalar whose first line ends with {@code first}, up to the line that belongs to it no more. */
    String plain(String first, int indent) throws YamlException {
        StringBuilder value = new StringBuilder(uncommented(first));
        int start = at;
        next();
        for (String line : deeperThan(indent)) {
            String more = uncommented(line);
            value.append(more.isEmpty() ? "" : " ").append(more);
        }
        String whole = value.toString();
        if (whole.contains(": ") || whole.endsWith(":")) {
            throw new YamlException(text, start, "a mapping where a string should stand");
        }
        return switch (whole) {
            case "~", "null", "Null", "NULL" -> "";
            default -> whole;
        };
    }

    YamlException failure(String why) {
        return new YamlException(text, at, why);
    }

    /** Blanks alone: a tab is no indentation. */
    private static int blanks(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Whether the line is a list item that stands {@code indent} blanks deep. */
    static boolean isItem(String line, int indent) {
        String rest = line.length() > indent && line.substring(0, indent).isBlank() ? line.substring(indent) : "";
        return rest.startsWith("- ") || rest.strip().equals("-");
    }

    /** The line without its comment and the blanks around it. */
    static String uncommented(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return line.substring(0, i).strip();
            }
        }
        return line.strip();
    }

    static boolean isBlank(String line) {
        return uncommented(line).isEmpty();
    }
}
