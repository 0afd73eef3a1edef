package io.dualsight.trend;

import io.dualsight.store.BadQueryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of time, cut into buckets that start at multiples of their length in UTC.
 *
 * @param from not before
 * @param to before
 * @param bucket length of a bucket, whole minutes
 */
public record Span(Instant from, Instant to, Duration bucket) {

    /** The most points that a series may have. */
    public static final int MOST_POINTS = 2000;

    /** Longer than anything is kept. */
    private static final Duration LONGEST = Duration.ofDays(800);
    /** Clocks differ, and a range may end with the day. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int USUAL_POINTS = 120;
    private static final Pattern BUCKET = Pattern.compile("(\\d{1,5})([mhd])");
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(28));

    /**
     * Checks a range.
     *
     * @throws BadQueryException where it is reversed, longer than 800 days or in the future, or has too many buckets
     */
    public Span {
        if (!from.isBefore(to)) {
            throw new BadQueryException("from", from.toString(), "a time before to, which is " + to);
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BadQueryException("from", from.toString(), "at most " + LONGEST.toDays() + " days before to");
        }
        if (points(from, to, bucket) > MOST_POINTS) {
            throw new BadQueryException(
                    "bucket",
                    text(bucket),
                    "at least " + text(smallest(from, to)) + ": a series has at most " + MOST_POINTS + " points");
        }
    }

    /**
     * Reads a range.
     *
     * @param bucket such as {@code 15m}, {@code 1h} or {@code 7d}; blank = one that suits the range
     * @param finest no bucket is finer, and each is a multiple of it
     * @throws BadQueryException naming what is wrong
     */
    public static Span of(Window window, String bucket, Duration finest, Instant now) {
        if (window.from().isAfter(now)) {
            throw new BadQueryException("from", window.from().toString(), "a time that has come: it is " + now);
        }
        if (window.to().isAfter(now.plus(AHEAD))) {
            throw new BadQueryException("to", window.to().toString(), "at most a day ahead: it is " + now);
        }
        if (!bucket.isBlank()) {
            return new Span(window.from(), window.to(), bucket(bucket.strip(), finest));
        }
        Duration range = Duration.between(window.from(), window.to());
        Duration suits = STEPS.stream()
                .filter(step -> step.compareTo(finest) >= 0
                        && step.multipliedBy(USUAL_POINTS).compareTo(range) >= 0)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        return new Span(window.from(), window.to(), suits);
    }

    private static Duration bucket(String text, Duration finest) {
        Matcher form = BUCKET.matcher(text);
        Duration bucket = form.matches() ? length(Long.parseLong(form.group(1)), form.group(2)) : Duration.ZERO;
        if (bucket.isZero() || bucket.toMinutes() % finest.toMinutes() != 0) {
            throw new BadQueryException("bucket", text, "a multiple of " + text(finest) + ", such as 1h or 24h");
        }
        return bucket;
    }

    private static Duration length(long number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** How many buckets the range touches. */
    public int points() {
        return (int) points(from, to, bucket);
    }

    private static long points(Instant from, Instant to, Duration bucket) {
        long seconds = bucket.toSeconds();
        long last = Math.floorDiv(to.minusNanos(1).getEpochSecond(), seconds);
        return last - Math.floorDiv(from.getEpochSecond(), seconds) + 1;
    }

    private static Duration smallest(Instant from, Instant to) {
        return STEPS.stream()
                .filter(step -> points(from, to, step) <= MOST_POINTS)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a second since 1970 lies in the range; a part of a second counts with the second. */
    public boolean holds(long second) {
        long end = to.getEpochSecond();
        return second >= from.getEpochSecond() && (second < end || second == end && to.getNano() > 0);
    }

    /** In which bucket a second since 1970 lies. */
    public int index(long second) {
        return (int)
                (Math.floorDiv(second, bucket.toSeconds()) - Math.floorDiv(from.getEpochSecond(), bucket.toSeconds()));
    }

    /** Where a bucket starts: a multiple of its length, so the first may start before the range. */
    public Instant start(int index) {
        long seconds = bucket.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(from.getEpochSecond(), seconds) + index) * seconds);
    }

    /** The range of the same length before this one. */
    public Span previous() {
        return new Span(from.minus(Duration.between(from, to)), from, bucket);
    }

    /** A bucket's length as the API reads it. */
    public static String text(Duration bucket) {
        if (bucket.toMinutes() % 60 != 0) {
            return bucket.toMinutes() + "m";
        }
        return bucket.toHours() % 24 == 0 ? bucket.toDays() + "d" : bucket.toHours() + "h";
    }

    /**
     * A range that is not cut.
     *
     * @param from not before
     * @param to before
     */
    public record Window(Instant from, Instant to) {

        /** What a reader asked for: until now, and as long as usual, where nothing else is said. */
        public static Window of(@Nullable Instant from, @Nullable Instant to, Duration usual, Instant now) {
            Instant end = to == null ? now : to;
            return new Window(from == null ? end.minus(usual) : from, end);
        }
    }
}
