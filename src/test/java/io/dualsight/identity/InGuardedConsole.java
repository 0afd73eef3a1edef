package io.dualsight.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Runs against a console with an admin, an agent token of cluster {@code edge} and an API token. All share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(GuardedFleet.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:doors",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=" + InGuardedConsole.PASSWORD,
            "dualsight.bootstrap.agent-token=dsa_agent",
            "dualsight.bootstrap.cluster=edge",
            "dualsight.bootstrap.api-token=dsp_admin"
        })
@interface InGuardedConsole {
    String PASSWORD = "correct horse";
}
