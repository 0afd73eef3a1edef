package io.dualsight.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a channel is told. */
public enum ChannelKind {
    /** JSON, POSTed to a URL and signed. */
    WEBHOOK,
    /** Alerts, POSTed to an Alertmanager's API v2. */
    ALERTMANAGER,
    /** A plain-text mail. */
    MAIL;

    /** The name in answers: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that wire name; empty for another text. */
    public static Optional<ChannelKind> of(String wire) {
        return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
}
