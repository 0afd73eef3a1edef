package io.dualsight.ingest;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets a console believe that it is always {@link SentReport#NOW}. */
@TestConfiguration(proxyBeanMethods = false)
class StandingClock {

    @Bean
    @Primary
    Clock standingClock() {
        return Clock.fixed(SentReport.NOW, ZoneOffset.UTC);
    }
}
