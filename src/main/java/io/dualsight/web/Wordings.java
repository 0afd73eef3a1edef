package io.dualsight.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gives each request its {@link Wording}. */
@Component
class Wordings {

    private final MessageSource messages;
    private final Clock clock;

    Wordings(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Of the request that this thread answers. */
    Wording here() {
        return in(LocaleContextHolder.getLocale());
    }

    Wording in(Locale locale) {
        return new Wording(messages, locale, zone(), clock.instant());
    }

    /** The zone that the locale resolver found for this request. */
    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
