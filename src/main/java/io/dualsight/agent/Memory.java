package io.dualsight.agent;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the agent remembers from one report to the next, also when each is made by a new process: how far logs were
 * read. Kept in a small file beside the spool; without a folder it lasts as long as the process.
 */
final class Memory {

    private static final int LARGEST = 1 << 20;

    private final @Nullable Path file;
    private final TreeMap<String, String> values = new TreeMap<>();
    private boolean changed;

    Memory(@Nullable Path folder) {
        this.file = folder == null ? null : folder.resolve("memory.json");
        if (file != null) {
            load(file);
        }
    }

    private void load(Path file) {
        try {
            if (Files.size(file) <= LARGEST
                    && Json.read(Files.readAllBytes(file)) instanceof java.util.Map<?, ?> saved) {
                saved.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
            }
        } catch (IOException | MalformedJsonException e) {
            // none yet, or damaged: to begin anew costs at most some log lines sent twice
        }
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    void put(String key, String value) {
        changed |= !value.equals(values.put(key, value));
    }

    /** Forgets all keys with that prefix but these. */
    void keepOnly(String prefix, Set<String> keys) {
        changed |= values.keySet().removeIf(key -> key.startsWith(prefix) && !keys.contains(key));
    }

    /** Writes what has changed. */
    void save() throws IOException {
        if (file == null || !changed) {
            return;
        }
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.createDirectories(file.getParent());
            Files.write(part, Json.write(values).getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } catch (IOException e) {
            throw UnreadableException.of(file.toString(), e);
        }
    }
}
