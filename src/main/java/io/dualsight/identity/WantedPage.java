package io.dualsight.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * The page that a stranger asked for, kept in a cookie until the sign-in: no stranger makes a row in the database. Only
 * whole pages are worth coming back to, and whoever plants such a cookie can lead to a path of this console alone.
 */
final class WantedPage implements RequestCache {
    private static final String COOKIE = "dualsight-wanted";
    private static final Duration KEPT = Duration.ofMinutes(30);

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = page(request);
        if (isWholePage(request) && LocalPath.is(page)) {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            setCookie(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), KEPT);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return wanted(request)
                .map(page -> new SimpleSavedRequest(request.getContextPath() + page))
                .orElse(null);
    }

    /** Nothing is ever sent again by the console itself; a page that is reached is wanted no more. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (wanted(request).filter(page(request)::equals).isPresent() && SignInPage.isSignedIn()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        setCookie(request, response, "", Duration.ZERO);
    }

    private static boolean isWholePage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(SignInPage.HTMX) == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : decode(cookie.getValue()).filter(LocalPath::is);
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/")
                .maxAge(kept)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
