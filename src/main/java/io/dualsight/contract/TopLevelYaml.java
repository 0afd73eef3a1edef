package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The top level of a YAML mapping, as far as k3s configuration uses YAML: each wanted key with a string or a list of
 * strings. Keys that nobody wants are passed over whatever they hold, and their values never become objects here.
 * What this reader does not know (anchors, tags, mappings under a wanted key) is an error and no guess.
 */
public final class TopLevelYaml {

    /**
     * A key with its value.
     *
     * @param values one for a string, any number for a list
     */
    public record Entry(String key, List<String> values) {}

    private final YamlLines lines;
    private final Predicate<String> wanted;
    private final List<Entry> entries = new ArrayList<>();
    private int base = -1;

    private TopLevelYaml(YamlLines lines, Predicate<String> wanted) {
        this.lines = lines;
        this.wanted = wanted;
    }

    /** The wanted keys of the first document, in order; a key that stands twice is there twice. */
    public static List<Entry> read(String text, Predicate<String> wanted) throws YamlException {
        String plain = (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c == '\u007f' || c == '\ufffd') {
                throw new YamlException(plain, i, "a character that YAML does not allow");
            }
        }
        TopLevelYaml yaml = new TopLevelYaml(new YamlLines(plain), wanted);
        yaml.document();
        return yaml.entries;
    }

    private void document() throws YamlException {
        boolean begun = false;
        for (lines.skipBlank(); !lines.atEnd(); lines.skipBlank()) {
            String line = lines.line();
            boolean start = isMarker(line, "---");
            if (isMarker(line, "...") || start && begun) {
                return;
            }
            if (start && !YamlLines.isBlank(line.substring(3))) {
                throw lines.failure("a value on the line of ---");
            }
            if (start || line.startsWith("%") && !begun) {
                begun = start;
                lines.next();
            } else {
                begun = true;
                entry(line);
            }
        }
    }

    private static boolean isMarker(String line, String marker) {
        return line.startsWith(marker) && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    private void entry(String line) throws YamlException {
        int indent = YamlLines.depth(line);
        base = base < 0 ? indent : base;
        if (line.substring(0, indent).indexOf('\t') >= 0) {
            throw lines.failure("a tab in the indentation");
        }
        if (indent != base) {
            throw lines.failure("indentation that fits nothing above it");
        }
        int colon = colon(line, indent);
        String key = key(line.substring(indent, colon).strip());
        boolean keep = wanted.test(key);
        List<String> values = value(colon + 1 + YamlLines.depth(line.substring(colon + 1)), keep);
        if (keep) {
            entries.add(new Entry(key, List.copyOf(values)));
        }
    }

    /** Where the key ends: the first colon outside quotes that a blank or the line's end follows. */
    private int colon(String line, int indent) throws YamlException {
        int from = indent;
        char first = line.charAt(indent);
        if (first == '"' || first == '\'') {
            FlowYaml quoted = lines.flow(indent);
            int start = quoted.end();
            quoted.quoted();
            from = indent + quoted.end() - start;
        } else if ("[]{}?&*!|>%@`#,".indexOf(first) >= 0 || YamlLines.isItem(line, indent)) {
            throw lines.failure("no plain key");
        }
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == ':' && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1)))) {
                return i;
            }
        }
        throw lines.failure("no key");
    }

    private static String key(String written) throws YamlException {
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        return quoted ? new FlowYaml(written, 0).quoted() : written;
    }

    private List<String> value(int offset, boolean keep) throws YamlException {
        String rest = lines.line().substring(offset);
        char first = YamlLines.isBlank(rest) ? '\n' : rest.charAt(0);
        switch (first) {
            case '\n' -> {
                lines.next();
                return block(keep);
            }
            case '"', '\'', '[', '{' -> {
                return flow(offset, first, keep);
            }
            case '|', '>' -> {
                lines.next();
                return List.of(String.join(first == '|' ? "\n" : " ", lines.deeperThan(base))
                        .strip());
            }
            case '&', '*', '!' -> {
                return marked(keep);
            }
            default -> {
                if ("%@`,]}".indexOf(first) >= 0 || rest.startsWith("- ") || rest.startsWith("? ")) {
                    throw lines.failure("a character that begins no value");
                }
                return List.of(lines.plain(rest, base));
            }
        }
    }

    private List<String> flow(int offset, char first, boolean keep) throws YamlException {
        FlowYaml flow = lines.flow(offset);
        List<String> values = List.of();
        if (first == '"' || first == '\'') {
            values = List.of(flow.quoted().strip());
        } else if (first == '[' && keep) {
            values = flow.list();
        } else if (keep) {
            throw lines.failure("a mapping where a string or a list should stand");
        } else {
            flow.skip();
        }
        lines.endAfter(flow);
        return values;
    }

    private List<String> marked(boolean keep) throws YamlException {
        if (keep) {
            throw lines.failure("an anchor, alias or tag, which is not read here");
        }
        lines.next();
        pass();
        return List.of();
    }

    /** What stands below a key: a list, a mapping, a string, or nothing. */
    private List<String> block(boolean keep) throws YamlException {
        lines.skipBlank();
        String first = lines.atEnd() ? "" : lines.line();
        int indent = YamlLines.depth(first);
        boolean list = indent >= base && YamlLines.isItem(first, indent);
        if (lines.atEnd() || !list && indent <= base) {
            return List.of("");
        }
        if (first.substring(0, indent).indexOf('\t') >= 0) {
            throw lines.failure("a tab in the indentation");
        }
        if (!keep) {
            pass();
            return List.of();
        }
        if (list) {
            return new YamlItems(lines, indent).read();
        }
        return below(first.substring(indent), indent);
    }

    /** A string that begins on the line after its key. */
    private List<String> below(String first, int indent) throws YamlException {
        if (first.charAt(0) == '"' || first.charAt(0) == '\'') {
            FlowYaml flow = lines.flow(indent);
            String value = flow.quoted();
            lines.endAfter(flow);
            return List.of(value.strip());
        }
        if ("[{&*!|>%@`,]}?".indexOf(first.charAt(0)) >= 0) {
            throw lines.failure("a value below its key that is no list");
        }
        return List.of(lines.plain(first, base));
    }

    /** Passes over lines that belong to the key above: deeper ones, and list items at the key's own depth. */
    private void pass() {
        lines.deeperThan(base);
        while (!lines.atEnd() && (YamlLines.isItem(lines.line(), base) || YamlLines.isBlank(lines.line()))) {
            lines.next();
            lines.deeperThan(base);
        }
    }
}
