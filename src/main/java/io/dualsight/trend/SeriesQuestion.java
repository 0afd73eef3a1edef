package io.dualsight.trend;

/**
 * What a chart asks for.
 *
 * @param span range and buckets
 * @param filter which starts
 * @param groupBy one series each for what
 * @param method by which Ready times are measured
 * @param level whose attempts are counted
 */
public record SeriesQuestion(Span span, TrendFilter filter, GroupBy groupBy, StartMethod method, AttemptLevel level) {

    /** The usual question: one series of everything. */
    public static SeriesQuestion of(Span span, TrendFilter filter) {
        return new SeriesQuestion(
                span, filter, GroupBy.NOTHING, StartMethod.SERVICE_START_TO_READY, AttemptLevel.COMPONENT);
    }

    /** The same over another range. */
    public SeriesQuestion over(Span other) {
        return new SeriesQuestion(other, filter, groupBy, method, level);
    }

    /** The same at the level of attempts. */
    public SeriesQuestion at(AttemptLevel other) {
        return new SeriesQuestion(span, filter, groupBy, method, other);
    }

    /** The same in other groups. */
    public SeriesQuestion by(GroupBy other) {
        return new SeriesQuestion(span, filter, other, method, level);
    }
}
