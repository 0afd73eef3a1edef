package io.dualsight.web;

import io.dualsight.identity.BadFieldsException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was wrong with a form that was sent: said by the page that its sender is led to. */
final class FormProblems {
    private static final String NAME = "problems";

    private FormProblems() {}

    /** Field names and what is expected stay as they are in the API. */
    static void add(RedirectAttributes next, BadFieldsException e) {
        List<String> lines = new ArrayList<>();
        e.errors().forEach(error -> lines.add(error.toString()));
        next.addFlashAttribute(NAME, lines);
    }

    /** None where nothing was sent, or nothing was wrong with it. */
    static List<String> of(Model model) {
        return model.getAttribute(NAME) instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of();
    }
}
