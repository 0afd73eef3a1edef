package io.dualsight.trend;

/** Columns of attempts, counted by quarters of an hour. */
final class AttemptColumns {

    private final Longs facet = new Longs();
    private final Longs at = new Longs();
    private final Longs successes = new Longs();
    private final Longs failures = new Longs();

    int size() {
        return at.size();
    }

    int facet(int row) {
        return (int) facet.get(row);
    }

    long at(int row) {
        return at.get(row);
    }

    long successes(int row) {
        return successes.get(row);
    }

    long failures(int row) {
        return failures.get(row);
    }

    void add(int facetOf, long second, long succeeded, long failed) {
        facet.add(facetOf);
        at.add(second);
        successes.add(succeeded);
        failures.add(failed);
    }
}
