package io.dualsight.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The top level of a YAML mapping, as far as k3s configuration uses YAML: each wanted key with a string or a list of
 * strings. Keys that nobody wants are passed over whatever they hold, and their values never become objects here.
 * What this reader does not know (anchors, tags, mappings under a wanted key) is an error and no guess.
 */
final class TopLevelYaml {

    /**
     * A key with its value.
     *
     * @param values one for a string, any number for a list
     */
    record Entry(String key, List<String> values) {}

    private final String text;
    private final Predicate<String> wanted;
    private final List<Entry> entries = new ArrayList<>();
    private int at;
    private int base = -1;

    private TopLevelYaml(String text, Predicate<String> wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /** The wanted keys of the first document, in order; a key that stands twice is there twice. */
    static List<Entry> read(String text, Predicate<String> wanted) throws YamlException {
        String plain = (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c == '\u007f' || c == '\ufffd') {
                throw new YamlException(plain, i, "a character that YAML does not allow");
            }
        }
        TopLevelYaml yaml = new TopLevelYaml(plain, wanted);
        yaml.document();
        return yaml.entries;
    }

    private void document() throws YamlException {
        boolean begun = false;
        while (at < text.length()) {
            String line = line();
            if (isMarker(line, "...") || isMarker(line, "---") && begun) {
                return;
            }
            if (isMarker(line, "---")) {
                begun = true;
                if (!isBlank(line.substring(3))) {
                    throw new YamlException(text, at, "a value on the line of ---");
                }
                next();
            } else if (isBlank(line) || line.startsWith("%") && !begun) {
                next();
            } else {
                begun = true;
                entry(line);
            }
        }
    }

    private void entry(String line) throws YamlException {
        int indent = indent(line);
        base = base < 0 ? indent : base;
        if (indent != base) {
            throw new YamlException(text, at, "indentation that fits nothing above it");
        }
        int colon = colon(line, indent);
        String key = key(line.substring(indent, colon).strip());
        int value = at + colon + 1;
        while (value < text.length() && (text.charAt(value) == ' ' || text.charAt(value) == '\t')) {
            value++;
        }
        boolean keep = wanted.test(key);
        List<String> values = value(value, keep);
        if (keep) {
            entries.add(new Entry(key, List.copyOf(values)));
        }
    }

    /** Where the key ends: the first colon outside quotes that a blank or the line's end follows. */
    private int colon(String line, int indent) throws YamlException {
        int from = indent;
        char first = line.charAt(indent);
        if (first == '"' || first == '\'') {
            FlowYaml quoted = new FlowYaml(text, at + indent);
            quoted.quoted();
            from = quoted.end() - at;
        } else if ("[]{}?&*!|>%@`#,".indexOf(first) >= 0 || line.startsWith("- ", indent) || line.equals("-")) {
            throw new YamlException(text, at, "no plain key");
        }
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == ':' && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1)))) {
                return i;
            }
        }
        throw new YamlException(text, at, "no key");
    }

    private String key(String written) throws YamlException {
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        return quoted ? new FlowYaml(written, 0).quoted() : written;
    }

    private List<String> value(int start, boolean keep) throws YamlException {
        char first = start < text.length() ? text.charAt(start) : '\n';
        if (first == '\n' || first == '#') {
            next();
            return block(keep);
        }
        if (first == '[' || first == '{' || first == '"' || first == '\'') {
            return flow(start, first, keep);
        }
        if (first == '|' || first == '>') {
            next();
            return List.of(String.join(first == '|' ? "\n" : " ", deeper()).strip());
        }
        if ("&*!".indexOf(first) >= 0) {
            return marked(keep);
        }
        return List.of(plain(start));
    }

    private List<String> flow(int start, char first, boolean keep) throws YamlException {
        FlowYaml flow = new FlowYaml(text, start);
        List<String> values = List.of();
        if (first == '"' || first == '\'') {
            values = List.of(flow.quoted().strip());
        } else if (first == '[' && keep) {
            values = flow.list();
        } else if (keep) {
            throw new YamlException(text, start, "a mapping where a string or a list should stand");
        } else {
            flow.skip();
        }
        at = flow.end();
        if (!isBlank(line())) {
            throw new YamlException(text, at, "text after a closed value");
        }
        next();
        return values;
    }

    private List<String> marked(boolean keep) throws YamlException {
        if (keep) {
            throw new YamlException(text, at, "an anchor, alias or tag, which is not read here");
        }
        next();
        deeper();
        return List.of();
    }

    private String plain(int start) throws YamlException {
        StringBuilder value = new StringBuilder();
        String part = uncommented(text.substring(start, lineEnd()));
        if ("%@`,]}".indexOf(part.charAt(0)) >= 0 || part.startsWith("- ") || part.startsWith("? ")) {
            throw new YamlException(text, at, "a character that begins no value");
        }
        next();
        List<String> more = deeper();
        value.append(part);
        for (String line : more) {
            value.append(isBlank(line) ? "" : " " + uncommented(line));
        }
        String whole = value.toString().strip();
        if (whole.contains(": ") || whole.endsWith(":")) {
            throw new YamlException(text, start, "a mapping where a string should stand");
        }
        return switch (whole) {
            case "~", "null", "Null", "NULL" -> "";
            default -> whole;
        };
    }

    /** What stands below a key: a list, a mapping, a string, or nothing. */
    private List<String> block(boolean keep) throws YamlException {
        while (at < text.length() && isBlank(line())) {
            next();
        }
        String first = at < text.length() ? line() : "";
        int indent = first.isEmpty() ? -1 : indent(first);
        boolean list = indent >= base && isItem(first, indent);
        if (!list && indent <= base) {
            return List.of("");
        }
        if (!keep) {
            pass();
            return List.of();
        }
        if (!list) {
            throw new YamlException(text, at, "a value below its key that is no list");
        }
        YamlItems items = new YamlItems(text, at, indent);
        List<String> values = items.read();
        at = items.end();
        return values;
    }

    /** Passes over lines that belong to the key above: deeper ones, and list items at the key's own depth. */
    private void pass() {
        while (at < text.length()) {
            String line = line();
            int indent = line.length() - line.stripLeading().length();
            if (!isBlank(line) && indent <= base && !isItem(line, base)) {
                return;
            }
            next();
        }
    }

    /** Takes the lines that are indented deeper than the key. */
    private List<String> deeper() {
        List<String> lines = new ArrayList<>();
        while (at < text.length()) {
            String line = line();
            int indent = line.length() - line.stripLeading().length();
            if (indent <= base && !line.isBlank()) {
                break;
            }
            lines.add(line.strip());
            next();
        }
        return lines;
    }

    private int indent(String line) throws YamlException {
        int indent = 0;
        while (line.charAt(indent) == ' ') {
            indent++;
        }
        if (line.charAt(indent) == '\t') {
            throw new YamlException(text, at, "a tab in the indentation");
        }
        return indent;
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

    private static boolean isMarker(String line, String marker) {
        return line.startsWith(marker) && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private String line() {
        return text.substring(at, lineEnd());
    }

    private void next() {
        at = Math.min(text.length(), lineEnd() + 1);
    }
}
