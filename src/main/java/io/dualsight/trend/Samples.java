package io.dualsight.trend;

import java.util.Arrays;

/** Numbers that come one by one. */
final class Samples {

    private double[] values = new double[8];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void addAll(double[] more) {
        for (double value : more) {
            add(value);
        }
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
