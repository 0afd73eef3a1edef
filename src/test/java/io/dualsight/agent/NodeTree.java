package io.dualsight.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder that looks like a node's file system, and programs that answer as told. */
final class NodeTree {

    private final Path root;
    private final Map<String, String> answers = new HashMap<>();

    NodeTree(Path root) {
        this.root = root;
        file("/proc/net/route", "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\n");
        file("/proc/net/if_inet6", "");
        file("/proc/net/ipv6_route", "");
    }

    NodeTree file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    NodeTree file(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    NodeTree link(String path, String target) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    NodeTree without(String path) {
        try {
            Files.delete(root.resolve(path.substring(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What a program prints when it is called with these words. */
    NodeTree prints(String command, String output) {
        answers.put(command, output);
        return this;
    }

    HostFiles files() {
        return new HostFiles(root);
    }

    Path root() {
        return root;
    }

    Programs programs() {
        return command -> {
            String output = answers.get(String.join(" ", List.of(command)));
            if (output == null) {
                throw new UnreadableException(command[0], "no such program");
            }
            return output;
        };
    }
}
