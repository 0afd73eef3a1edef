package io.dualsight.trend;

import java.util.Arrays;

/** Numbers that come one by one. */
final class Samples {

    private double[] values;
    private int size;

    Samples() {
        this(8);
    }

    Samples(int expected) {
        values = new double[expected];
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void addAll(double[] more) {
        addAll(more, 0, more.length);
    }

    /** Some of other numbers. */
    void addAll(Samples more, int from, int to) {
        addAll(more.values, from, to);
    }

    private void addAll(double[] more, int from, int to) {
        int all = size + to - from;
        if (all > values.length) {
            values = Arrays.copyOf(values, Math.max(all, size * 2));
        }
        System.arraycopy(more, from, values, size, to - from);
        size = all;
    }

    int size() {
        return size;
    }

    double get(int row) {
        return values[row];
    }

    /** To be read; a copy only where there is room for more. */
    double[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
