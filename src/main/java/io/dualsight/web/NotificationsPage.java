package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.triage.Channel;
import io.dualsight.triage.Channels;
import io.dualsight.triage.WantedChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of findings: channels, their tests and their dead letters. */
@Controller
class NotificationsPage {

    private static final String PATH = "/settings/notifications";
    private static final String REDIRECT = "redirect:" + PATH;
    private static final String PROBLEMS = "problems";

    /** The page; {@code problems} says what was wrong with the channel that somebody wanted. */
    record View(List<Row> channels, List<String> problems) {}

    /**
     * A channel.
     *
     * @param only what it wants to hear of, in words
     * @param state how it is doing, in words
     * @param mark ok, warning or unknown
     * @param lastSent absent = it was told nothing yet
     */
    record Row(
            Channel channel,
            String kind,
            String only,
            String state,
            String mark,
            @Nullable Moment lastSent) {}

    private final Channels channels;
    private final Wordings wordings;

    NotificationsPage(Channels channels, Wordings wordings) {
        this.channels = channels;
        this.wordings = wordings;
    }

    @GetMapping(PATH)
    @SuppressWarnings("unchecked")
    String page(Model model) {
        Wording wording = wordings.here();
        List<Row> rows =
                channels.all().stream().map(channel -> row(channel, wording)).toList();
        List<String> problems = (List<String>) model.getAttribute(PROBLEMS);
        model.addAttribute("view", new View(rows, problems == null ? List.of() : problems));
        return "notifications";
    }

    private static Row row(Channel channel, Wording wording) {
        Channel.Queue queue = channel.queue();
        boolean failing = queue.error() != null;
        String state = failing ? queue.error() : wording.text(channel.enabled() ? "channel.fine" : "channel.off");
        return new Row(
                channel,
                wording.text("channel.kind." + channel.to().kind().wire()),
                only(channel.only(), wording),
                String.valueOf(state),
                failing ? "warning" : channel.enabled() ? "ok" : "unknown",
                queue.lastSentAt() == null ? null : wording.moment(queue.lastSentAt()));
    }

    private static String only(Channel.Only only, Wording wording) {
        String severity = wording.text(
                "channel.least", wording.text("verdict." + only.least().wire()));
        String rule = only.rule() == null ? "" : ", " + only.rule();
        return severity + rule + (only.cluster() == null ? "" : ", " + only.cluster());
    }

    @PostMapping(PATH)
    String add(WantedChannel wanted, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        try {
            channels.add(admin, wanted);
        } catch (BadFieldsException e) {
            Wording wording = wordings.here();
            next.addFlashAttribute(
                    PROBLEMS,
                    e.errors().stream()
                            .map(error -> wording.text("channel.wrong." + error.field()))
                            .toList());
        }
        return REDIRECT;
    }

    @PostMapping(PATH + "/{id}/{act:delete|test|retry|enable|disable}")
    String act(@PathVariable long id, @PathVariable String act, @AuthenticationPrincipal Caller.Person admin) {
        switch (act) {
            case "delete" -> channels.delete(admin, id);
            case "test" -> channels.test(admin, id);
            case "retry" -> channels.retry(admin, id);
            default -> channels.enable(admin, id, act.equals("enable"));
        }
        return REDIRECT;
    }
}
