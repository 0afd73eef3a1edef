package io.dualsight.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is kept of starts, and how new readings are joined to it. Called within the transaction that keeps reports. */
final class StartBook {

    private final StartTable starts;
    private final RunTable runs;
    private final AttemptTable attempts;
    private final DayTable days;

    StartBook(JdbcTemplate jdbc) {
        this.starts = new StartTable(jdbc);
        this.runs = new RunTable(jdbc);
        this.attempts = new AttemptTable(jdbc);
        this.days = new DayTable(jdbc);
    }

    /** Finds what is kept of the starts and lives that these readings are about, and joins them to it. */
    Page open(List<Reading> readings) {
        Set<StartKey> keys = new LinkedHashSet<>();
        Set<LifeKey> lives = new LinkedHashSet<>();
        for (Reading reading : readings) {
            keys.addAll(reading.starts().keySet());
            reading.runs().keySet().forEach(key -> lives.add(key.life()));
        }
        Page page = new Page(starts.load(keys), runs.load(lives));
        readings.forEach(page::join);
        return page;
    }

    /** The part of the book that some readings are about. */
    final class Page {

        private final Map<StartKey, Start> startsBefore;
        private final Map<StartKey, Start> startsAfter;
        private final Map<LifeKey, SortedMap<Long, Run>> runsBefore;
        private final Map<LifeKey, SortedMap<Long, Run>> runsAfter = new HashMap<>();

        private Page(Map<StartKey, Start> starts, Map<LifeKey, SortedMap<Long, Run>> runs) {
            this.startsBefore = starts;
            this.startsAfter = new HashMap<>(starts);
            this.runsBefore = runs;
            runs.forEach((life, each) -> runsAfter.put(life, new TreeMap<>(each)));
        }

        private void join(Reading reading) {
            reading.starts().forEach((key, start) -> startsAfter.merge(key, start, Start::join));
            reading.runs()
                    .forEach((key, run) -> runsAfter
                            .computeIfAbsent(key.life(), life -> new TreeMap<>())
                            .merge(key.ordinal(), run, Run::join));
        }

        /** Writes what the readings have changed, and tells what is new. */
        StartGain write() {
            SortedSet<LocalDate> touched = new TreeSet<>();
            writeStarts(touched);
            writeRuns();
            Map<AttemptSlot, AttemptCounts> delta = count(runsAfter);
            count(runsBefore).forEach((slot, counts) -> delta.merge(slot, counts.negated(), AttemptCounts::plus));
            delta.values().removeIf(AttemptCounts::isNone);
            attempts.add(delta);
            delta.keySet().forEach(slot -> touched.add(day(slot.start())));
            days.touch(touched);
            return new StartGain(samples(), StartGain.byComponent(delta));
        }

        private List<StartGain.Sample> samples() {
            List<StartGain.Sample> samples = new ArrayList<>();
            startsAfter.forEach((key, start) -> {
                Start before = startsBefore.get(key);
                Double seconds = start.seconds(key.method());
                if (seconds != null && (before == null || before.seconds(key.method()) == null)) {
                    samples.add(new StartGain.Sample(key.method(), seconds));
                }
            });
            return samples;
        }

        private void writeStarts(Set<LocalDate> touched) {
            Map<StartKey, Start> added = new HashMap<>();
            Map<StartKey, Start> changed = new HashMap<>();
            startsAfter.forEach((key, start) -> {
                Start before = startsBefore.get(key);
                if (!start.equals(before)) {
                    (before == null ? added : changed).put(key, start);
                    touched.add(day(start.startedAt()));
                    touched.add(day(before == null ? start.startedAt() : before.startedAt()));
                }
            });
            starts.insert(added);
            starts.update(changed);
        }

        private void writeRuns() {
            Map<RunKey, Run> added = new HashMap<>();
            Map<RunKey, Run> changed = new HashMap<>();
            runsAfter.forEach((life, after) -> after.forEach((ordinal, run) -> {
                Run before = runsBefore.getOrDefault(life, new TreeMap<>()).get(ordinal);
                if (!run.equals(before)) {
                    (before == null ? added : changed).put(new RunKey(life, ordinal), run);
                }
            }));
            runs.insert(added);
            runs.update(changed);
        }

        /** Whether one more reading of the same facts would bring anything that can still matter. */
        boolean wouldChange(Reading reading) {
            return reading.starts().entrySet().stream().anyMatch(each -> {
                        Start now = startsAfter.get(each.getKey());
                        return now == null
                                || !now.settled()
                                        .equals(now.join(each.getValue()).settled());
                    })
                    || reading.runs().entrySet().stream().anyMatch(each -> {
                        Run now = runs(each.getKey().life()).get(each.getKey().ordinal());
                        return now == null
                                || !now.settled()
                                        .equals(now.join(each.getValue()).settled());
                    });
        }

        private SortedMap<Long, Run> runs(LifeKey life) {
            return runsAfter.getOrDefault(life, new TreeMap<>());
        }
    }

    private static Map<AttemptSlot, AttemptCounts> count(Map<LifeKey, SortedMap<Long, Run>> lives) {
        Map<AttemptSlot, AttemptCounts> counts = new HashMap<>();
        lives.forEach((life, runs) -> Tally.add(life, runs, counts));
        return counts;
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
