package io.dualsight.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs against a console with a database in memory. All tests of this kind share one, so each reports into clusters of
 * its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:web;DB_CLOSE_DELAY=-1",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=" + InConsole.PASSWORD,
            "dualsight.bootstrap.agent-token=" + InConsole.AGENT,
            "dualsight.bootstrap.api-token=" + InConsole.PROGRAM
        })
@interface InConsole {
    String PASSWORD = "correct horse battery";
    String AGENT = "dsa_fleet";
    String PROGRAM = "dsp_reader";
}
