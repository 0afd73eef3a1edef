package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.identity.People;
import io.dualsight.identity.Person;
import io.dualsight.identity.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may sign in, for admins. A person is named in the form and not in the address: names hold any character. */
@Controller
@RequestMapping("/settings/people")
class PeoplePage {
    private static final String BACK = "redirect:/settings/people";
    private static final String MADE = "made";

    /**
     * The page.
     *
     * @param made a password just made, which no other answer shows; absent otherwise
     * @param problems what was wrong with the form just sent
     */
    record View(@Nullable Made made, List<String> problems, List<Item> people) {}

    /** Somebody and the password for the first sign-in. */
    record Made(String username, String password) {}

    /**
     * Somebody.
     *
     * @param clusters joined with blanks; empty for all
     * @param lastSignIn absent before the first
     * @param self whether that is the reader
     */
    record Item(
            String username,
            String role,
            String clusters,
            String origin,
            @Nullable Moment lastSignIn,
            boolean enabled,
            boolean self) {}

    /** What the forms send: who, and what that person may do. */
    record Form(
            @Nullable String username,
            @Nullable String role,
            @Nullable String clusters) {

        String who() {
            return username == null ? "" : username.strip();
        }

        Role wanted() {
            return role == null ? Role.VIEWER : Role.of(role).orElse(Role.VIEWER);
        }

        Set<String> names() {
            return clusters == null
                    ? Set.of()
                    : Arrays.stream(clusters.split("[\\s,]+"))
                            .filter(Predicate.not(String::isEmpty))
                            .collect(Collectors.toSet());
        }
    }

    private final People people;
    private final Wordings wordings;

    PeoplePage(People people, Wordings wordings) {
        this.people = people;
        this.wordings = wordings;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Caller.Person reader, Locale locale, Model model) {
        Wording wording = wordings.in(locale);
        List<Item> items = people.all().stream()
                .map(person -> item(person, reader.name(), wording))
                .toList();
        model.addAttribute("view", new View((Made) model.getAttribute(MADE), FormProblems.of(model), items));
        return "people";
    }

    @PostMapping("/add")
    String add(Form form, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        return act(
                next,
                () -> next.addFlashAttribute(
                        MADE, new Made(form.who(), people.add(admin, form.who(), form.wanted(), form.names()))));
    }

    @PostMapping("/change")
    String change(Form form, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        return act(next, () -> people.change(admin, form.who(), form.wanted(), form.names()));
    }

    @PostMapping("/reset")
    String reset(@RequestParam String username, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        return act(next, () -> next.addFlashAttribute(MADE, new Made(username, people.resetPassword(admin, username))));
    }

    @PostMapping("/disable")
    String disable(
            @RequestParam String username, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        return act(next, () -> people.disable(admin, username));
    }

    @PostMapping("/enable")
    String enable(
            @RequestParam String username, @AuthenticationPrincipal Caller.Person admin, RedirectAttributes next) {
        return act(next, () -> people.enable(admin, username));
    }

    private static String act(RedirectAttributes next, Runnable action) {
        try {
            action.run();
        } catch (BadFieldsException e) {
            FormProblems.add(next, e);
        }
        return BACK;
    }

    private static Item item(Person person, String reader, Wording wording) {
        Instant last = person.times().lastSignInAt();
        return new Item(
                person.username(),
                person.role().word(),
                String.join(" ", new TreeSet<>(person.clusters())),
                person.origin().word(),
                last == null ? null : wording.moment(last),
                person.enabled(),
                person.username().equals(reader));
    }
}
