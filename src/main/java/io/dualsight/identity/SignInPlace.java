package io.dualsight.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Where somebody signed in, as the session remembers it.
 *
 * @param address IP address
 * @param browser what it calls itself, cut short
 */
record SignInPlace(String address, String browser) {
    /** Under which the session keeps it. */
    static final String NAME = "dualsight.place";

    static final SignInPlace UNKNOWN = new SignInPlace("", "");
    private static final int BROWSER = 300;

    static SignInPlace of(HttpServletRequest request) {
        String browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return new SignInPlace(
                ClientAddress.written(request.getRemoteAddr()),
                browser.substring(0, Math.min(browser.length(), BROWSER)));
    }
}
