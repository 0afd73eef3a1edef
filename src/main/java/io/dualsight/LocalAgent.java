package io.dualsight;

import io.dualsight.agent.AgentMain;
import io.dualsight.identity.AgentTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The agent inside the console: the same code as on every node, on a thread of its own, sending over HTTP like any
 * other. So the first page after the first command shows something true.
 */
@Component
class LocalAgent {
    static final String CLUSTER = "local";
    private static final Logger LOG = LoggerFactory.getLogger(LocalAgent.class);

    private final AgentTokens tokens;
    private final Environment environment;
    private final boolean enabled;
    private final Duration interval;
    private @Nullable Thread thread;

    LocalAgent(
            AgentTokens tokens,
            Environment environment,
            LocalAgentSettings settings,
            @Value("${spring.datasource.url}") String databaseUrl,
            @Value("${dualsight.report.interval:60s}") Duration interval) {
        this.tokens = tokens;
        this.environment = environment;
        this.enabled = settings.runs(databaseUrl);
        this.interval = interval;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        String port = environment.getProperty("local.server.port");
        if (!enabled || port == null || thread != null) {
            return;
        }
        List<String> flags = flags(port);
        thread = new Thread(() -> report(flags), "local-agent");
        thread.setDaemon(true);
        thread.start();
        LOG.info("This host reports as a node of cluster \"{}\" (dualsight.local-agent.enabled)", CLUSTER);
    }

    private List<String> flags(String port) {
        return List.of(
                "--server",
                "http://" + host() + ":" + port,
                "--cluster",
                CLUSTER,
                "--token",
                tokens.lend("local agent", CLUSTER),
                "--interval",
                Long.toString(interval.toSeconds()));
    }

    /** The first report at once, so that the first page is not empty; the others at the agent's own pace. */
    private static void report(List<String> flags) {
        List<String> once = new ArrayList<>(List.of("report", "--once"));
        once.addAll(flags);
        List<String> always = new ArrayList<>(List.of("run"));
        always.addAll(flags);
        new AgentMain().run(once.toArray(String[]::new));
        new AgentMain().run(always.toArray(String[]::new));
    }

    /** The server's own address where it is bound to one; else loopback, which every host has. */
    private String host() {
        String address = environment.getProperty("server.address", "127.0.0.1");
        return address.contains(":") ? "[" + address + "]" : address;
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }
}
