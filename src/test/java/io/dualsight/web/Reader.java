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
                .setViewportSize(width, width < 500 ? 844 : 800)
                .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(language);
    }

    /** Whether axe looks with these eyes: each theme, language and width of the layout once, and not all products of them. */
    boolean standsForOthers() {
        boolean english = !language.startsWith("zh");
        boolean light = theme.equals("light");
        return english && light ? width == 1280 : !english && !light && width == 390;
    }

    /** As screenshots are named. */
    @Override
    public String toString() {
        return theme + "-" + width + "-" + (language.startsWith("zh") ? "zh" : "en");
    }
}
