package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads the colours out of tokens.css and holds them to WCAG 2.2 AA in both themes. */
class ColoursTests {

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
    private static final List<String> GROUNDS = List.of("ground", "surface", "well", "hover", "accent-well");
    private static final List<String> STATUSES =
            List.of("critical", "error", "warning", "info", "ok", "unknown", "stale");

    private final Map<String, int[]> light = new LinkedHashMap<>();
    private final Map<String, int[]> dark = new LinkedHashMap<>();

    ColoursTests() throws IOException {
        Matcher matcher = TOKEN.matcher(Files.readString(Path.of("src/main/resources/static/css/tokens.css")));
        while (matcher.find()) {
            light.put(matcher.group(1), rgb(matcher.group(2)));
            dark.put(matcher.group(1), rgb(matcher.group(3)));
        }
    }

    @Test
    void textStandsOutFromEveryGround() {
        for (String ground : GROUNDS) {
            assertContrast("ink", ground, 4.5);
            assertContrast("ink-soft", ground, 4.5);
            assertContrast("link", ground, 4.5);
        }
        assertContrast("on-accent", "accent", 4.5);
    }

    @Test
    void statusWordsStandOutFromEveryGroundAndFromTheirOwn() {
        for (String status : STATUSES) {
            assertContrast(status, status + "-well", 4.5);
            for (String ground : List.of("ground", "surface", "well", "hover")) {
                assertContrast(status, ground, 4.5);
            }
        }
    }

    @Test
    void controlsAndTheFocusRingAreSeen() {
        for (String ground : List.of("ground", "surface")) {
            assertContrast("edge", ground, 3);
            assertContrast("accent", ground, 3);
            assertContrast("dual", ground, 3);
        }
    }

    private void assertContrast(String text, String ground, double least) {
        assertThat(contrast(light, text, ground))
                .as("%s on %s, light", text, ground)
                .isGreaterThanOrEqualTo(least);
        assertThat(contrast(dark, text, ground))
                .as("%s on %s, dark", text, ground)
                .isGreaterThanOrEqualTo(least);
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(Map<String, int[]> theme, String text, String ground) {
        assertThat(theme).containsKeys(text, ground);
        double one = luminance(theme.get(text));
        double other = luminance(theme.get(ground));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(int[] rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = rgb[i] / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static int[] rgb(String hex) {
        int value = Integer.parseInt(hex, 16);
        return new int[] {value >> 16, value >> 8 & 0xff, value & 0xff};
    }
}
