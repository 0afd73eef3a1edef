package io.dualsight.web;

import io.dualsight.identity.SignInWays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in form; Spring Security takes what it posts. */
@Controller
class LoginPage {

    /**
     * What the form says above itself.
     *
     * @param failed the last try was wrong
     * @param mustWait there were too many wrong tries
     * @param signedOut the reader has just signed out
     * @param ways beside a password
     */
    record View(boolean failed, boolean mustWait, boolean signedOut, List<SignInWays.Way> ways) {}

    private final SignInWays ways;

    LoginPage(SignInWays ways) {
        this.ways = ways;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            Model model) {
        boolean mustWait = "wait".equals(error);
        model.addAttribute("view", new View(error != null && !mustWait, mustWait, logout != null, ways.all()));
        return "login";
    }
}
