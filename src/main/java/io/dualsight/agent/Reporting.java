package io.dualsight.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SplittableRandom;

/** Reports of this node to a console, from now on or once. */
final class Reporting {

    private static final String RENEWED = "archive of";

    private final Settings settings;
    private final Settings.Target target;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Notices notices;
    private final Memory memory;

    Reporting(
            Settings settings, Settings.Target target, Clock clock, Map<String, String> environment, Notices notices) {
        this.settings = settings;
        this.target = target;
        this.clock = clock;
        this.environment = environment;
        this.notices = notices;
        this.memory = new Memory(settings.pace().spool());
    }

    /** Reports until interrupted. */
    void run() {
        rounds(settings.pace()).run();
    }

    /**
     * One report of a process that was started for it. What the console asks holds for the next one.
     *
     * @param byTimer whether to leave the console alone where it asked for that
     * @return whether all went well
     */
    boolean once(boolean byTimer, PrintStream out) {
        Appointment appointment = new Appointment(memory, clock);
        if (byTimer && appointment.isAhead()) {
            return true;
        }
        Delivery delivery = rounds(appointment.pace(settings.pace())).onceAndOneThatWaits();
        appointment.keep(delivery);
        if (delivery.fate() != Delivery.Fate.TAKEN) {
            return false;
        }
        out.println("dualsight-agent: " + target.server() + " took the report");
        if (byTimer) {
            renewArchive();
        }
        return true;
    }

    /** Where a new Java refuses the archive of the old one, which is tried once for each. */
    private void renewArchive() {
        String version = System.getProperty("java.vm.version");
        Installation installed = Installation.here();
        if (ClassArchive.isInUse() || !Files.exists(installed.archive()) || version.equals(memory.get(RENEWED))) {
            return;
        }
        try {
            memory.put(RENEWED, version);
            memory.save();
            ClassArchive archive = installed.archive(Path.of(System.getProperty("java.home")));
            archive.train(environment, "report", "--once");
            archive.make();
        } catch (IOException e) {
            notices.say("archive", "starts are slower than they need to be: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Rounds rounds(Settings.Pace pace) {
        Ticks ticks = Ticks.machine();
        SplittableRandom random =
                new SplittableRandom(System.nanoTime() ^ ProcessHandle.current().pid());
        Spool spool = new Spool(pace.spool(), pace.spoolBytes(), notices);
        Collector collector = new Collector(settings, clock, memory, environment);
        Courier courier = new Courier(new ConsoleClient(target)::send, spool, ticks, random, notices);
        return new Rounds(collector::collect, courier, spool, ticks, random, notices, pace);
    }
}
