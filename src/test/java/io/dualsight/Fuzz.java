package io.dualsight;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A reader, good inputs, and what it may throw at others; spoils the good ones at random. */
public final class Fuzz {
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

    private final String name;
    private final List<byte[]> seeds;
    private final Target target;
    private final List<Class<?>> allowed;
    private final Random random = new Random(7454);

    private Fuzz(String name, List<byte[]> seeds, Target target, List<Class<?>> allowed) {
        this.name = name;
        this.seeds = List.copyOf(seeds);
        this.target = target;
        this.allowed = List.copyOf(allowed);
    }

    /** Begins with good inputs and the exceptions with which the reader may refuse. */
    public static Fuzz of(String name, List<byte[]> seeds, Target target, Class<?>... allowed) {
        return new Fuzz(name, seeds, target, List.of(allowed));
    }

    /** The same, of texts. */
    public static Fuzz ofTexts(String name, List<String> seeds, Target target, Class<?>... allowed) {
        return of(name, seeds.stream().map(Fuzz::bytes).toList(), target, allowed);
    }

    String name() {
        return name;
    }

    List<byte[]> seeds() {
        return seeds;
    }

    void take(byte[] input) throws Exception {
        target.take(input);
    }

    boolean mayThrow(Throwable thrown) {
        return allowed.stream().anyMatch(type -> type.isInstance(thrown));
    }

    byte[] spoiled() {
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
