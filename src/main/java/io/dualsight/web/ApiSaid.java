package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API server says of a node beside its addresses.
 *
 * @param taints as {@code key=value:Effect}
 * @param events the newest first; an API server keeps them for an hour
 * @param command that enrols the node; absent = it has an agent
 */
record ApiSaid(
        List<String> taints, List<Event> events, @Nullable String command) {

    record Event(Moment at, String reason, String message, boolean warning) {}
}
