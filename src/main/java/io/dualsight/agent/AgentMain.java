package io.dualsight.agent;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportWriter;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The agent's command line. */
public final class AgentMain {

    private static final int BAD_USAGE = 64;

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    public AgentMain() {
        this(Clock.systemUTC(), System.out, System.err, System.getenv());
    }

    AgentMain(Clock clock, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String... words) {
        System.exit(new AgentMain().run(words));
    }

    /**
     * Runs a command on the caller's thread; an interrupt ends it.
     *
     * @return the exit code: 0 where all went well, 64 where the words made no sense
     */
    public int run(String... words) {
        try {
            Flags flags = Flags.parse(List.of(words), environment);
            return run(flags);
        } catch (UsageException e) {
            err.println("dualsight-agent: " + e.getMessage());
            return BAD_USAGE;
        }
    }

    private int run(Flags flags) throws UsageException {
        Settings settings = Settings.of(flags);
        Report report = new Collector(settings, clock).collect(60, new AgentFacts.Backlog(0L, 0L));
        out.print(Json.pretty(ReportWriter.tree(report)));
        return 0;
    }
}
