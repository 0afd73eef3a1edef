package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    static Wording in(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Wording(messages, locale, ZoneOffset.UTC, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "-6,ahead of this clock",
        "-5,just now",
        "4,just now",
        "5,5 s ago",
        "119,119 s ago",
        "120,2 min ago",
        "7199,119 min ago",
        "7200,2 h ago",
        "172799,47 h ago",
        "172800,2 d ago",
    })
    void saysHowLongAgoInTheLargestUnitThatIsStillExact(long seconds, String expected) {
        assertThat(in(Locale.ENGLISH).moment(NOW.minusSeconds(seconds)).ago()).isEqualTo(expected);
    }

    @Test
    void namesTheZoneAndDropsFractionsOfSeconds() {
        Moment moment = in(Locale.ENGLISH).moment(Instant.parse("2026-11-22T09:59:59.987654Z"));
        assertThat(moment.exact()).isEqualTo("2026-11-22 09:59:59 UTC");
        assertThat(moment.iso()).isEqualTo("2026-11-22T09:59:59Z");
    }

    @Test
    void writesTimesInTheZoneThatTheReaderChose() {
        Wording there = new Wording(new ResourceBundleMessageSource(), Locale.ENGLISH, ZoneId.of("Asia/Shanghai"), NOW);
        assertThat(there.moment(Instant.parse("2026-11-22T20:00:00Z")).exact()).isEqualTo("2026-11-23 04:00:00 +08:00");
    }

    @Test
    void speaksChinese() {
        Wording chinese = in(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese.text("overview")).isEqualTo("概览");
        assertThat(chinese.moment(NOW.minusSeconds(60)).ago()).isEqualTo("60 秒前");
        assertThat(chinese.counted("state.wrong", 1234)).isEqualTo("1,234 个纯 IPv6 节点的节点 IP 不正确");
    }

    @Test
    void showsAMissingTextAsItsKeyInQuestionMarks() {
        assertThat(in(Locale.ENGLISH).text("no.such.key")).isEqualTo("??no.such.key??");
    }
}
