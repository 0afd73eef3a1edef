package io.dualsight.web;

import io.dualsight.identity.LocalPath;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

/** The reader's language and colours, kept in two cookies. Open to everybody: the sign-in page has the switches, too. */
@Controller
class Preferences {

    static final String LANGUAGE_COOKIE = "lang";
    static final String THEME_COOKIE = "theme";

    private static final List<String> LANGUAGES = List.of("en", "zh-CN");
    private static final List<String> THEMES = List.of("light", "dark");
    private static final Duration KEPT = Duration.ofDays(365);

    /**
     * What a switch posts: one of the two. Anything else than the values on the buttons changes nothing.
     *
     * @param lang {@code en} or {@code zh-CN}
     * @param theme {@code light}, {@code dark} or {@code system}
     */
    record Choice(@Nullable String lang, @Nullable String theme) {}

    /** The colours that the reader chose; absent = the system's. */
    static @Nullable String theme(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
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
