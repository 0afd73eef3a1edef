package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes out of an Event what people want to see. */
final class EventReader {

    private static final int MESSAGE = 1_000;

    private EventReader() {}

    /** Empty for an Event of something else than a Node, or of no time. */
    static Optional<NodeView.Event> read(Event event) {
        if (event.getInvolvedObject() == null
                || !"Node".equals(event.getInvolvedObject().getKind())) {
            return Optional.empty();
        }
        return at(event)
                .map(at -> new NodeView.Event(
                        at,
                        event.getReason() == null ? "" : event.getReason(),
                        cut(event.getMessage()),
                        "Warning".equals(event.getType())));
    }

    /** Older clients fill the first two, newer ones the others. */
    private static Optional<Instant> at(Event event) {
        String series = event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                ? null
                : event.getSeries().getLastObservedTime().getTime();
        String once = event.getEventTime() == null ? null : event.getEventTime().getTime();
        return Stream.of(
                        Optional.ofNullable(WireText.time(event.getLastTimestamp())),
                        Optional.ofNullable(WireText.time(series)),
                        Optional.ofNullable(WireText.time(once)),
                        Optional.ofNullable(WireText.time(event.getFirstTimestamp())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable String cut(@Nullable String message) {
        return message == null ? null : message.substring(0, Math.min(message.length(), MESSAGE));
    }
}
