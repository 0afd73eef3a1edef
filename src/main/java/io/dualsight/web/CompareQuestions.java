package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.trend.CompareQuestion;
import io.dualsight.trend.TrendFilter;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what a request compares. */
@Component
class CompareQuestions {

    /** Of versions, where nothing else is said. */
    static final Duration USUAL = Duration.ofDays(90);

    private final TrendQuestions questions;

    CompareQuestions(TrendQuestions questions) {
        this.questions = questions;
    }

    CompareQuestion of(Map<String, String> parameters) {
        return new CompareQuestion(
                side("before", parameters),
                side("after", parameters),
                TrendFilter.of(parameters).ofVersion(null));
    }

    /** A version within the range of the request, or a window of its own. */
    private CompareQuestion.Side side(String name, Map<String, String> parameters) {
        // A plus sign that nobody escaped arrives as a blank, and neither a version nor a time has one.
        String text = parameters.getOrDefault(name, "").strip().replace(' ', '+');
        if (text.isEmpty()) {
            throw new BadQueryException(name, text, "a version, or a window such as now-14d/now-7d");
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new CompareQuestion.Side(text, questions.window(parameters, USUAL));
        }
        Map<String, String> window = Map.of("from", text.substring(0, slash), "to", text.substring(slash + 1));
        if (window.containsValue("")) {
            throw new BadQueryException(name, text, "a window with both ends, such as now-14d/now-7d");
        }
        return new CompareQuestion.Side(null, questions.window(window, USUAL));
    }
}
