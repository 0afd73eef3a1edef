package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Spoils good inputs at random, for ten seconds or what {@code -Ddualsight.fuzz=PT5M} says, and sees that a reader
 * refuses each with the exceptions of its contract alone, at once, and without keeping anything. A failure names its
 * input in hex.
 */
public final class Fuzz {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long MOST_GROWTH = 96L << 20;
    private static final List<byte[]> TRICKS = List.of(
            bytes("\u0000"),
            bytes("\""),
            bytes("{"),
            bytes("["),
            bytes("}"),
            bytes("]"),
            bytes(":"),
            bytes(","),
            bytes("=cmd|' /C calc'!A0"),
            bytes("<script>"),
            bytes("../"),
            bytes("%s%n"),
            bytes("${jndi:ldap://x}"),
            bytes("1e999999999"),
            bytes("-0"),
            bytes("99999999999999999999"),
            bytes("\\ud800"),
            bytes("::ffff:"),
            bytes("/129"),
            bytes("\r\n"),
            bytes("\t"),
            bytes("'"),
            bytes("is:"),
            bytes("&a *a"),
            bytes("!!java"),
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xc0, (byte) 0x80});

    /** Reads an input; may throw what its contract says. */
    @FunctionalInterface
    public interface Target {

        /** Takes one. */
        void take(byte[] input) throws Exception;
    }

    private final List<byte[]> seeds;
    private final List<Class<?>> allowed;
    private final Random random = new Random(7454);

    private Fuzz(List<byte[]> seeds, List<Class<?>> allowed) {
        this.seeds = seeds;
        this.allowed = allowed;
    }

    /** Begins with good inputs and the exceptions with which a reader may refuse. */
    public static Fuzz from(List<byte[]> seeds, Class<?>... allowed) {
        return new Fuzz(seeds, List.of(allowed));
    }

    /** The same, of texts. */
    public static Fuzz ofTexts(List<String> seeds, Class<?>... allowed) {
        return from(seeds.stream().map(Fuzz::bytes).toList(), allowed);
    }

    public void run(Target target) {
        Duration time = Duration.parse(System.getProperty("dualsight.fuzz", "PT10S"));
        long end = System.nanoTime() + time.toNanos();
        seeds.forEach(seed -> take(target, seed));
        long before = heap();
        long count = 0;
        while (System.nanoTime() < end) {
            take(target, spoiled());
            count++;
        }
        assertThat(count).as("inputs in %s", time).isGreaterThan(10);
        assertThat(heap() - before)
                .as("growth of the heap in bytes over %d inputs", count)
                .isLessThan(MOST_GROWTH);
    }

    private void take(Target target, byte[] input) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(() -> target.take(input));
        if (thrown != null && allowed.stream().noneMatch(type -> type.isInstance(thrown))) {
            throw new AssertionError("input " + shown(input), thrown);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("time for input %s", shown(input))
                .isLessThan(LONGEST);
    }

    private byte[] spoiled() {
        byte[] input = seeds.get(random.nextInt(seeds.size()));
        for (int i = random.nextInt(6); i >= 0; i--) {
            input = spoil(input);
        }
        return input;
    }

    private byte[] spoil(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int until = at + random.nextInt(Math.min(64, input.length - at + 1) + 1);
        int end = Math.min(until, input.length);
        return switch (random.nextInt(5)) {
            case 0 -> flip(input, at);
            case 1 -> join(Arrays.copyOf(input, at), TRICKS.get(random.nextInt(TRICKS.size())), tail(input, at));
            case 2 -> join(Arrays.copyOf(input, at), new byte[0], tail(input, end));
            case 3 -> join(Arrays.copyOf(input, end), repeated(Arrays.copyOfRange(input, at, end)), tail(input, end));
            default -> Arrays.copyOf(input, at);
        };
    }

    private byte[] flip(byte[] input, int at) {
        byte[] copy = input.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] repeated(byte[] part) {
        int times = 1 + random.nextInt(20);
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    private static byte[] tail(byte[] input, int from) {
        return Arrays.copyOfRange(input, from, input.length);
    }

    private static byte[] join(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String shown(byte[] input) {
        return HexFormat.of().formatHex(input, 0, Math.min(input.length, 2_000));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
