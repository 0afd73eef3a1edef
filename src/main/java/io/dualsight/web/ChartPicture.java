package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as the server draws it, in the units of a box of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param lines one a drawn column
 * @param band between the ends of an interval; absent where there is none
 * @param across ticks of the values, from 0 up
 * @param along ticks of the time
 * @param marks moments that are marked
 */
record ChartPicture(List<Line> lines, @Nullable String band, List<Tick> across, List<Tick> along, List<Tick> marks) {

    static final int WIDTH = 800;
    static final int HEIGHT = 220;

    /**
     * A line, broken where there is nothing.
     *
     * @param path SVG path
     * @param dots points that stand alone
     */
    record Line(LineStyle style, String name, String path, List<Dot> dots) {}

    record Dot(String x, String y) {}

    /** A place on an axis, and what stands there. */
    record Tick(String at, String text) {}
}
