package io.dualsight.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /etc/hosts}, comments and blank lines left out.
 *
 * @param lines as written: address, then names
 */
public record HostsFile(List<String> lines) {

    public HostsFile {
        lines = List.copyOf(lines);
    }

    /** The addresses that {@code name} has here, as written, in file order. */
    public List<String> addressesOf(String name) {
        return lines.stream()
                .map(line -> line.split("#", 2)[0].trim().split("\\s+"))
                .filter(words -> Stream.of(words).skip(1).anyMatch(name::equalsIgnoreCase))
                .map(words -> words[0])
                .toList();
    }
}
