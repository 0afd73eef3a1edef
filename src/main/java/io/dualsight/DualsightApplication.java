package io.dualsight;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The console: takes reports in, judges them, and shows what to change. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DualsightApplication {

    public static void main(String[] args) {
        SpringApplication.run(DualsightApplication.class, args);
    }

    /** The one wall clock; tests bring another. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
