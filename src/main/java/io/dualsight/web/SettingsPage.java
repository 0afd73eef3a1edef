package io.dualsight.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where "Settings" leads. Each page of them has an address below {@code /settings} and a line in the menu of {@code
 * settings.html}; all are for admins, but those that {@code SecurityChains} names.
 */
@Controller
class SettingsPage {

    @GetMapping("/settings")
    String first() {
        return "redirect:/settings/sessions";
    }
}
