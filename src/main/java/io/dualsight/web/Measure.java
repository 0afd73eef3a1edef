package io.dualsight.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Something that is measured by bucket and is shown beside the period before.
 *
 * @param <P> a bucket's figures
 */
interface Measure<P> {

    /** Names the chart, and its title's key. */
    String id();

    /** Of the drawn figures. */
    String unit();

    Instant start(P point);

    /** How many events are behind the figures. */
    long count(P point);

    List<Figure<P>> figures();

    /** The figure that is also drawn of the period before. */
    Figure<P> before();

    /** All of the range in a sentence. */
    String said(P total);

    /** All of the period before in a sentence. */
    String saidBefore(P total);

    /**
     * One figure.
     *
     * @param <P> a bucket's figures
     * @param key in the reading API, and of its name
     * @param decimals that it is written with
     */
    record Figure<P>(String key, LineStyle style, int decimals, Function<P, Double> value) {}
}
