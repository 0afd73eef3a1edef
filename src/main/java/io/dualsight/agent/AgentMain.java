package io.dualsight.agent;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The agent's command line. */
public final class AgentMain {

    private static final int FAILED = 1;
    private static final int BAD_USAGE = 64;
    private static final long STOP_MILLIS = 3_000;

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    /** An agent that prints to the process's own streams and reads its environment. */
    public AgentMain() {
        // JSON is UTF-8, whatever the locale of the service manager
        this(
                Clock.systemUTC(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv());
    }

    /**
     * An agent for tests and for use within another program.
     *
     * @param clock of the node
     * @param out for results
     * @param err for messages
     * @param environment whose {@code DUALSIGHT_...} variables stand for flags
     */
    public AgentMain(Clock clock, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String... words) {
        // by the node's own address selection: on a node without IPv4 the JDK would try the console's IPv4 first
        System.setProperty("java.net.preferIPv6Addresses", "system");
        Thread work = Thread.currentThread();
        Thread stop = new Thread(() -> {
            work.interrupt();
            try {
                work.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(stop);
        int code = new AgentMain().run(words);
        if (!stop.isAlive()) {
            Runtime.getRuntime().removeShutdownHook(stop);
            System.exit(code);
        }
    }

    /**
     * Runs a command on the caller's thread; an interrupt ends it. Neither ends the JVM nor changes anything in it.
     *
     * @param words command and flags, as {@code --help} lists them
     * @return the exit code: 0 where all went well, 1 where a single report was not taken, 64 where the words made no
     *     sense, and what doctor found
     */
    public int run(String... words) {
        try {
            Flags flags = Flags.parse(List.of(words), environment);
            boolean help = flags.isOn("help");
            if (help || flags.isOn("version")) {
                out.print(help ? Usage.TEXT : "dualsight-agent " + SelfProbe.version() + "\n");
                return 0;
            }
            return run(flags, Settings.of(flags));
        } catch (UsageException e) {
            err.println("dualsight-agent: " + e.getMessage());
            return BAD_USAGE;
        }
    }

    private int run(Flags flags, Settings settings) throws UsageException {
        boolean once = flags.isOn("once");
        if (flags.command().equals("doctor")) {
            return doctor(flags, settings);
        }
        if (flags.command().equals("report") && !once) {
            out.print(Json.pretty(WireForm.tree(collect(settings))));
            return 0;
        }
        if (settings.target() == null) {
            throw new UsageException("--server", "missing", "the console's URL");
        }
        if (flags.command().equals("install")) {
            return install(flags, settings);
        }
        Reporting reporting = new Reporting(settings, settings.target(), clock, environment, new Notices(err));
        if (!once) {
            reporting.run();
            return 0;
        }
        boolean byTimer = flags.command().equals("run");
        return reporting.once(byTimer, out) ? 0 : FAILED;
    }

    private int install(Flags flags, Settings settings) throws UsageException {
        Installation place = new Installation(settings.source().hostRoot().toAbsolutePath());
        try {
            return new Installer(place, Path.of(System.getProperty("java.home")), out).install(flags, settings)
                    ? 0
                    : FAILED;
        } catch (IOException e) {
            err.println("dualsight-agent: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    private int doctor(Flags flags, Settings settings) throws UsageException {
        String language = flags.value("language").orElse(environment.getOrDefault("LANG", "en"));
        Locale locale = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Optional<String> file = flags.value("report");
        Report report = file.isPresent() ? Doctor.read(Path.of(file.get())) : collect(settings);
        return new Doctor(out, locale).examine(report, flags.isOn("json"));
    }

    private Report collect(Settings settings) {
        int seconds = (int) settings.pace().interval().toSeconds();
        return new Collector(settings, clock, new Memory(null), environment)
                .collect(seconds, new AgentFacts.Backlog(0L, 0L));
    }
}
