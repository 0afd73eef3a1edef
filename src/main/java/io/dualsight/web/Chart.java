package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart: its numbers as a table, and a picture of them.
 *
 * @param head what it shows
 * @param frame when, and where else it can be had
 * @param columns of the table
 * @param rows one a bucket that has anything, in the order of time
 * @param picture drawn by the server; scripts draw it anew
 * @param markers moments that matter
 */
record Chart(
        Head head, Frame frame, List<ChartColumn> columns, List<Row> rows, ChartPicture picture, List<Marker> markers) {

    /**
     * The top.
     *
     * @param id names the chart on its page and in addresses
     * @param unit of the drawn values, as it stands behind them
     * @param summary the figures of the whole range, in a sentence
     * @param mistake what of the address was not understood; absent where all was
     */
    record Head(
            String id,
            String title,
            String unit,
            String summary,
            @Nullable String mistake) {}

    /**
     * Range and links.
     *
     * @param bucket length of a bucket, as the API writes it
     * @param ranges other ranges
     * @param csv the table as a file
     * @param svg the picture as a file
     */
    record Frame(
            Moment from, Moment to, String bucket, long bucketSeconds, List<Link> ranges, String csv, String svg) {}

    record Link(String text, String href, boolean current) {}

    /**
     * One bucket.
     *
     * @param second its start, in seconds since 1970
     * @param few whether there is too little in it to say anything by
     */
    record Row(Moment start, long second, boolean few, List<Cell> cells) {}

    /**
     * One number.
     *
     * @param text as written; empty where there is none
     * @param value where the text is rounded
     */
    record Cell(String text, @Nullable Double value) {}

    /** A moment with what happened then. */
    record Marker(Moment at, long second, String text) {}

    /** Whether there is nothing to draw. */
    public boolean empty() {
        return rows.isEmpty();
    }
}
