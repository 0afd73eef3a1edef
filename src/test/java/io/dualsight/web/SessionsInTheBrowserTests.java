package io.dualsight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InConsole
class SessionsInTheBrowserTests extends InTheBrowser {

    @Test
    void oneBrowserEndsTheSessionOfAnotherWhichIsOutAtItsNextClick() {
        Page first = as("First browser");
        Page second = as("Second browser");
        first.navigate("/settings/sessions");
        Locator row = first.locator("tr", new Page.LocatorOptions().setHasText("Second browser"));
        assertThat(row).hasCount(1);
        row.locator("button").click();
        assertThat(row).hasCount(0);

        second.click("nav a[href='/nodes']");
        assertThat(second).hasURL(Pattern.compile(".*/login"));
        assertThat(second.locator("[name=password]")).isVisible();
        first.click("nav a[href='/nodes']");
        assertThat(first).hasURL(Pattern.compile(".*/nodes"));
    }

    private Page as(String browser) {
        return signedIn(eyesOf(new Reader("light", 1280, "en-GB")).setUserAgent(browser), "/login");
    }
}
