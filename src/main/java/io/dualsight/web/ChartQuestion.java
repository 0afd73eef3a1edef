package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Span;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page asks its charts, with the address that asks it.
 *
 * @param path of the page
 * @param parameters that were understood
 * @param hidden what the page itself says in its path: parameters for addresses of files alone
 * @param series the question
 * @param mistake what was not understood; absent where all was
 */
record ChartQuestion(
        String path,
        Map<String, String> parameters,
        Map<String, String> hidden,
        SeriesQuestion series,
        @Nullable FieldError mistake) {

    ChartQuestion {
        parameters = Map.copyOf(parameters);
        hidden = Map.copyOf(hidden);
    }

    /** What was not understood, in words; absent where all was. */
    @Nullable
    String mistake(Wording wording) {
        return mistake == null ? null : wording.mistaken(mistake);
    }

    /** The same, for a page that has said already what was not understood. */
    ChartQuestion understood() {
        return new ChartQuestion(path, parameters, hidden, series, null);
    }

    /** The same, cut no finer. */
    ChartQuestion noFinerThan(Duration bucket) {
        Span span = series.span();
        return span.bucket().compareTo(bucket) >= 0
                ? this
                : new ChartQuestion(
                        path, parameters, hidden, series.over(new Span(span.from(), span.to(), bucket)), mistake);
    }

    /** The page over another range. */
    String over(String from) {
        Map<String, String> other = new LinkedHashMap<>(parameters);
        other.remove("to");
        other.remove("bucket");
        other.put("from", from);
        return address(path, other);
    }

    /** A file of what is shown. */
    String file(String name) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(hidden);
        all.put("from", series.span().from().toString());
        all.put("to", series.span().to().toString());
        return address("/charts/" + name, all);
    }

    static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
