package io.dualsight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InConsole
class SessionsInTheBrowserTests {
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void oneBrowserEndsTheSessionOfAnotherWhichIsOutAtItsNextClick() {
        Page first = signIn("First browser");
        Page second = signIn("Second browser");
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
        first.context().close();
        second.context().close();
    }

    private Page signIn(String name) {
        Page page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setUserAgent(name))
                .newPage();
        page.navigate("/login");
        page.fill("[name=username]", "admin");
        page.fill("[name=password]", InConsole.PASSWORD);
        page.click("main [type=submit]");
        return page;
    }
}
