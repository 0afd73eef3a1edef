package io.dualsight.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Somebody who looks at the console.
 *
 * @param theme what the system of that person prefers: {@code light} or {@code dark}
 * @param width of the window in pixels
 * @param language what the browser asks for
 */
record Reader(String theme, int width, String language) {

    Browser.NewContextOptions context(String baseUrl) {
        return new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(width, height())
                .setColorScheme(scheme())
                .setLocale(language);
    }

    int height() {
        return width < 500 ? 844 : 800;
    }

    ColorScheme scheme() {
        return theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    /** As screenshots are named. */
    @Override
    public String toString() {
        return theme + "-" + width + "-" + (language.startsWith("zh") ? "zh" : "en");
    }
}
