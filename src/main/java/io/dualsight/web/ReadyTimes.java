package io.dualsight.web;

import io.dualsight.trend.ReadyPoint;
import io.dualsight.trend.Series;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.StartMethod;
import io.dualsight.trend.Trends;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ready times, as the API answers them.
 *
 * @param method by which all of them are measured
 * @param withoutSample starts of the range without a sample: how many, by reason
 */
record ReadyTimes(
        Instant from,
        Instant to,
        long bucketSeconds,
        String unit,
        StartMethod method,
        List<Series.Line<ReadyPoint>> series,
        Map<String, Long> withoutSample) {

    static ReadyTimes of(SeriesQuestion question, Trends trends) {
        Series<ReadyPoint> found = trends.readyTimes(question);
        return new ReadyTimes(
                found.from(),
                found.to(),
                found.bucketSeconds(),
                found.unit(),
                question.method(),
                found.series(),
                trends.withoutSample(question));
    }
}
