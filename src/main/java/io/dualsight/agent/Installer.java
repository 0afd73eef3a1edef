package io.dualsight.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the agent part of a host: its jar, its settings, a unit of systemd that a timer starts once a minute, the
 * archive of its classes, and a first report, which shows whether all that works.
 */
final class Installer {

    private static final String TIMER = "dualsight-agent.timer";
    private static final String DAEMON = "dualsight-agent-daemon.service";
    private static final Path SYSTEMD = Path.of("/run/systemd/system");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Installation place;
    private final Path javaHome;
    private final PrintStream out;

    /**
     * An installer.
     *
     * @param place of its files; at another than this host's they are put there and nothing is started
     * @param javaHome of the Java that will run it
     */
    Installer(Installation place, Path javaHome, PrintStream out) {
        this.place = place;
        this.javaHome = javaHome;
        this.out = out;
    }

    /**
     * Installs, or installs anew over an older version.
     *
     * @param flags as given; they become the settings
     * @param settings as they mean it, with a target
     * @return whether the console took the first report, or none was to be sent
     */
    boolean install(Flags flags, Settings settings) throws IOException, InterruptedException, UsageException {
        boolean daemon = flags.isOn("daemon");
        Duration interval = settings.pace().interval();
        String calendar = daemon ? "" : TimerCalendar.of(interval);
        Settings.Target target = Objects.requireNonNull(settings.target());
        Map<String, String> environment = UnitSettings.of(flags, target);
        files(target, environment);
        for (String unit : daemon ? List.of(DAEMON) : List.of("dualsight-agent.service", TIMER)) {
            String text = resource(unit)
                    .replace("/usr/bin/java", javaHome.resolve("bin/java").toString())
                    .replace("OnCalendar=*:0/1", "OnCalendar=" + calendar)
                    .replace("RandomizedDelaySec=60", "RandomizedDelaySec=" + interval.toSeconds());
            Installation.publish(place.unit(unit), bytes(text));
        }
        out.println("dualsight-agent: installed to " + place.jar().getParent());
        return !place.isHere() || start(daemon ? DAEMON : TIMER, environment);
    }

    private void files(Settings.Target target, Map<String, String> environment) throws IOException, UsageException {
        Installation.publish(place.jar(), Files.readAllBytes(ownJar()));
        Installation.publish(place.options(), bytes(resource("java.options")));
        if (target.token() != null) {
            Installation.hide(place.token(), bytes(target.token() + "\n"));
        }
        Installation.hide(place.settings(), bytes(UnitSettings.text(environment)));
        Files.createDirectories(place.spool());
    }

    private static Path ownJar() throws UsageException {
        Path jar = Path.of(Installer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        if (!Files.isRegularFile(jar)) {
            throw new UsageException("install", jar.toString(), "to be run from the agent's jar");
        }
        return jar;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Installer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean start(String unit, Map<String, String> environment) throws IOException, InterruptedException {
        ClassArchive archive = place.archive(javaHome);
        boolean taken = archive.train(environment, "report", "--once") == 0;
        try {
            archive.make();
        } catch (IOException e) {
            out.println("dualsight-agent: starts will be slower: " + e.getMessage());
        }
        if (Files.isDirectory(SYSTEMD)) {
            Programs programs = new BoundedPrograms(LIMIT);
            programs.output("systemctl", "daemon-reload");
            programs.output("systemctl", "enable", "--now", unit);
            out.println("dualsight-agent: " + unit + " is on" + (taken ? "" : " and goes on trying"));
        } else {
            out.println("dualsight-agent: systemd does not run here. Start this by other means, with the variables of "
                    + place.settings() + ": java @" + place.options() + " -XX:SharedArchiveFile=" + place.archive()
                    + " -jar " + place.jar() + " run");
        }
        return taken;
    }
}
