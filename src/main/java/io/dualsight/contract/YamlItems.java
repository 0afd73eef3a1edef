package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;

/** A list of strings in YAML's block form: lines that begin with a hyphen, all as deep as the first. */
final class YamlItems {

    private final YamlLines lines;
    private final int indent;

    YamlItems(YamlLines lines, int indent) {
        this.lines = lines;
        this.indent = indent;
    }

    /** Reads the items from here on. */
    List<String> read() throws YamlException {
        List<String> items = new ArrayList<>();
        lines.skipBlank();
        while (!lines.atEnd() && YamlLines.isItem(lines.line(), indent)) {
            items.add(item(lines.line()));
            lines.skipBlank();
        }
        if (!lines.atEnd() && YamlLines.depth(lines.line()) > indent) {
            throw lines.failure("indentation that fits nothing above it");
        }
        return items;
    }

    private String item(String line) throws YamlException {
        String rest = line.substring(indent + 1);
        int blanks = YamlLines.depth(rest);
        char first = YamlLines.isBlank(rest) ? '\n' : rest.charAt(blanks);
        if (first == '"' || first == '\'') {
            FlowYaml flow = lines.flow(indent + 1 + blanks);
            String value = flow.quoted().strip();
            lines.endAfter(flow);
            return value;
        }
        String value = rest.strip();
        if ("\n[{&*!|>%@`,]}".indexOf(first) >= 0 || value.startsWith("- ") || value.startsWith("? ")) {
            throw lines.failure("a list item that is no plain text");
        }
        return lines.plain(rest, indent);
    }
}
