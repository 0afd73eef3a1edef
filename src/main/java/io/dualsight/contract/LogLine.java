package io.dualsight.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log line that matches the catalogue.
 *
 * @param component who wrote it, such as {@code calico-node}
 * @param at absent = not known
 * @param line at most 1,000 characters, secrets masked
 */
public record LogLine(String component, @Nullable Instant at, String line) {}
