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
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(size + more.length, size * 2));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
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
