package io.dualsight.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How much is measured, and on what.
 *
 * @param databases in their order
 * @param rounds reports of each of 10,000 nodes in a measurement of batches; single reports are half as many
 * @param stored report rows that are put beneath the store for the measurements with a long history
 * @param nodes of the largest fleet
 * @param jvm more options of the console's JVM
 * @param only the parts to run: {@code ingest}, {@code zipkin}, {@code pages}, {@code history}; empty = all of them, and
 *     only then a file is written
 */
record Options(List<Database> databases, int rounds, long stored, int nodes, List<String> jvm, List<String> only) {

    static Options of(String... arguments) {
        List<Database> databases = new ArrayList<>();
        List<String> jvm = new ArrayList<>();
        List<String> only = new ArrayList<>();
        int rounds = 10;
        long stored = 10_000_000;
        int nodes = 100_000;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "--rounds=" -> rounds = Integer.parseInt(value);
                case "--stored=" -> stored = Long.parseLong(value);
                case "--nodes=" -> nodes = Integer.parseInt(value);
                case "--jvm=" -> jvm.add(value);
                case "--only=" -> only.addAll(List.of(value.split(",")));
                default -> databases.add(Database.valueOf(argument));
            }
        }
        return new Options(
                databases.isEmpty() ? List.of(Database.values()) : databases, rounds, stored, nodes, jvm, only);
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }
}
