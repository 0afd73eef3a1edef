package io.dualsight.web;

import io.dualsight.store.RetentionRun;
import io.dualsight.store.RetentionRuns;
import io.dualsight.store.RetentionStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How long things are kept, and what retention did last, for admins. */
@Controller
class RetentionPage {

    /**
     * The page.
     *
     * @param rows one a kind of history
     */
    record View(List<Row> rows) {}

    /**
     * One kind of history.
     *
     * @param name what is kept
     * @param kept how long
     * @param run what was done last; absent before the first run
     */
    record Row(String name, String kept, @Nullable Run run) {}

    /**
     * The last run.
     *
     * @param mark class of the state's mark
     * @param state how it stands
     * @param started when
     * @param worked when it last deleted something, or ended
     * @param keptFrom the oldest that was to stay
     * @param deleted how much went
     */
    record Run(String mark, String state, Moment started, Moment worked, Moment keptFrom, String deleted) {}

    private final ObjectProvider<RetentionStep> steps;
    private final RetentionRuns runs;
    private final Wordings wordings;

    RetentionPage(ObjectProvider<RetentionStep> steps, RetentionRuns runs, Wordings wordings) {
        this.steps = steps;
        this.runs = runs;
        this.wordings = wordings;
    }

    @GetMapping("/settings/retention")
    String page(Locale locale, Model model) {
        Wording wording = wordings.in(locale);
        Map<String, RetentionRun> last =
                runs.all().stream().collect(Collectors.toMap(RetentionRun::step, Function.identity()));
        model.addAttribute(
                "view",
                new View(steps.orderedStream()
                        .map(step -> row(step, last.get(step.name()), wording))
                        .toList()));
        return "retention";
    }

    private static Row row(RetentionStep step, @Nullable RetentionRun run, Wording wording) {
        return new Row(
                wording.text("retention.step." + step.name()),
                kept(step.keep(), wording),
                run == null ? null : run(run, wording));
    }

    private static String kept(Duration keep, Wording wording) {
        return keep.toHours() % 24 == 0
                ? wording.text("retention.days", wording.number(keep.toDays()))
                : wording.text("retention.hours", wording.number(keep.toHours()));
    }

    private static Run run(RetentionRun run, Wording wording) {
        return new Run(
                run.state() == RetentionRun.State.FAILED ? "error" : "ok",
                wording.text("retention.state." + run.state().name().toLowerCase(Locale.ROOT)),
                wording.moment(run.startedAt()),
                wording.moment(run.workedAt()),
                wording.moment(run.keptFrom()),
                wording.number(run.deleted()));
    }
}
