package io.dualsight.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated fleet.
 *
 * @param enabled whether it reports to this console; its clusters' names begin with {@code demo-}
 * @param seed the same seed at the same time makes the same fleet
 */
@ConfigurationProperties("dualsight.demo")
record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("1") long seed) {}
