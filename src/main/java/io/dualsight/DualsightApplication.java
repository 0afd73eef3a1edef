package io.dualsight;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The console: takes reports in, judges them, and shows what to change. */
@SpringBootApplication
public class DualsightApplication {

    public static void main(String[] args) {
        SpringApplication.run(DualsightApplication.class, args);
    }
}
