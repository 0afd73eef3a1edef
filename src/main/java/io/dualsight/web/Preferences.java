package io.dualsight.web;

import io.dualsight.identity.LocalPath;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

/** The reader's language, colours, time zone and keys, kept in a cookie each. Open to everybody: the sign-in page has the switches, too. */
@Controller
class Preferences {

    static final String LANGUAGE_COOKIE = "lang";
    static final String THEME_COOKIE = "theme";
    static final String ZONE_COOKIE = "zone";
    static final String KEYS_COOKIE = "keys";

    private static final List<String> LANGUAGES = List.of("en", "zh-CN");
    private static final List<String> THEMES = List.of("light", "dark");
    private static final List<String> KEYS = List.of("on", "off");
    private static final Duration KEPT = Duration.ofDays(365);

    /**
     * What a switch or the form posts. Anything else than the values on the buttons changes nothing.
     *
     * @param lang {@code en} or {@code zh-CN}
     * @param theme {@code light}, {@code dark} or {@code system}
     * @param zone such as {@code Europe/Berlin}
     * @param keys {@code on} or {@code off}
     */
    record Choice(
            @Nullable String lang,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable String keys) {}

    /**
     * The page for what the header has no room for.
     *
     * @param zones all that there are, by name
     * @param zone the reader's
     * @param to where the form leads back to
     */
    record View(List<String> zones, String zone, String to) {}

    /** The zone that the reader chose; UTC for all others. */
    static ZoneId zone(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, ZONE_COOKIE);
        return cookie != null && isZone(cookie.getValue()) ? ZoneId.of(cookie.getValue()) : ZoneOffset.UTC;
    }

    private static boolean isZone(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name);
    }

    /** The colours that the reader chose; absent = the system's. */
    static @Nullable String theme(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** Whether single keys do something; they do where nothing else was chosen. */
    static boolean keys(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, KEYS_COOKIE);
        return cookie == null || !cookie.getValue().equals("off");
    }

    @GetMapping("/preferences")
    String form(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Model model) {
        List<String> zones = ZoneRulesProvider.getAvailableZoneIds().stream()
                .filter(each -> each.equals("UTC") || each.contains("/") && !each.startsWith("Etc/"))
                .sorted()
                .toList();
        String zone = zone(request).getId();
        model.addAttribute("view", new View(zones, zone.equals("Z") ? "UTC" : zone, LocalPath.is(to) ? to : "/"));
        return "preferences";
    }

    @PostMapping("/preferences")
    RedirectView set(
            Choice choice,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (choice.lang() != null && LANGUAGES.contains(choice.lang())) {
            response.addHeader("Set-Cookie", cookie(LANGUAGE_COOKIE, choice.lang(), KEPT, request));
        }
        if (choice.theme() != null && THEMES.contains(choice.theme())) {
            response.addHeader("Set-Cookie", cookie(THEME_COOKIE, choice.theme(), KEPT, request));
        } else if ("system".equals(choice.theme())) {
            response.addHeader("Set-Cookie", cookie(THEME_COOKIE, "", Duration.ZERO, request));
        }
        if (choice.zone() != null && isZone(choice.zone())) {
            response.addHeader("Set-Cookie", cookie(ZONE_COOKIE, choice.zone(), KEPT, request));
        }
        if (choice.keys() != null && KEYS.contains(choice.keys())) {
            response.addHeader("Set-Cookie", cookie(KEYS_COOKIE, choice.keys(), KEPT, request));
        }
        RedirectView back = new RedirectView(LocalPath.is(to) ? to : "/", true);
        back.setExposeModelAttributes(false);
        back.setExpandUriTemplateVariables(false);
        return back;
    }

    private static String cookie(String name, String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString();
    }
}
