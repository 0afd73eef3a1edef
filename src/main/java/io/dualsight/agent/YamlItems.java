package io.dualsight.agent;

import java.util.ArrayList;
import java.util.List;

/** A list of strings in YAML's block form: lines that begin with a hyphen, all as deep as the first. */
final class YamlItems {

    private final String text;
    private final int indent;
    private int at;

    YamlItems(String text, int at, int indent) {
        this.text = text;
        this.at = at;
        this.indent = indent;
    }

    /** Where the list ends. */
    int end() {
        return at;
    }

    List<String> read() throws YamlException {
        List<String> items = new ArrayList<>();
        while (at < text.length()) {
            String line = line();
            if (TopLevelYaml.isBlank(line)) {
                next();
            } else if (TopLevelYaml.isItem(line, indent)) {
                items.add(item(line));
            } else if (depth(line) <= indent) {
                return items;
            } else {
                throw new YamlException(text, at, "indentation that fits nothing above it");
            }
        }
        return items;
    }

    private String item(String line) throws YamlException {
        int start = indent + 1;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        String rest = line.substring(start);
        char first = TopLevelYaml.isBlank(rest) ? '\n' : rest.charAt(0);
        if (first == '"' || first == '\'') {
            return quoted(at + start);
        }
        if ("\n\t[{&*!|>%@`,]}".indexOf(first) >= 0 || rest.startsWith("- ") || rest.startsWith("? ")) {
            throw new YamlException(text, at, "a list item that is no plain text");
        }
        return plain(rest);
    }

    private String quoted(int start) throws YamlException {
        FlowYaml flow = new FlowYaml(text, start);
        String value = flow.quoted();
        at = flow.end();
        if (!TopLevelYaml.isBlank(line())) {
            throw new YamlException(text, at, "text after a closed value");
        }
        next();
        return value.strip();
    }

    private String plain(String first) throws YamlException {
        int start = at;
        StringBuilder value = new StringBuilder(TopLevelYaml.uncommented(first));
        next();
        while (at < text.length() && (line().isBlank() || depth(line()) > indent)) {
            String more = TopLevelYaml.uncommented(line());
            value.append(more.isEmpty() ? "" : " ").append(more);
            next();
        }
        String whole = value.toString();
        if (whole.contains(": ") || whole.endsWith(":")) {
            throw new YamlException(text, start, "a mapping where a string should stand");
        }
        return whole;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String line() {
        int end = text.indexOf('\n', at);
        return text.substring(at, end < 0 ? text.length() : end);
    }

    private void next() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }
}
