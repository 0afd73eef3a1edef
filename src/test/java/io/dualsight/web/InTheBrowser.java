package io.dualsight.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Looks at a console with the Chromium of this machine, and is skipped where there is none. All tests share one browser;
 * each opens contexts of its own, as if different people sat before it, and leaves none behind.
 */
abstract class InTheBrowser {

    private static Chromium chromium;
    private static boolean reported;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        reported = false;
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    /** Once in each class of tests: its nodes fall silent while others run. Answers whether this was that time. */
    final boolean reportVectors() {
        if (reported) {
            return false;
        }
        new Fleet(port).reportVectors();
        reported = true;
        return true;
    }

    final Browser.NewContextOptions eyesOf(Reader reader) {
        return reader.context("http://localhost:" + port);
    }

    /** A page in a context of its own, which has nothing in it yet. */
    final Page open(Browser.NewContextOptions eyes) {
        return chromium.browser().newContext(eyes).newPage();
    }

    final Page signedIn(Reader reader) {
        return signedIn(eyesOf(reader), "/login");
    }

    /** At that address, which asks for the password first. */
    final Page signedIn(Browser.NewContextOptions eyes, String path) {
        Page page = open(eyes);
        page.navigate(path);
        signIn(page, "admin", InConsole.PASSWORD);
        return page;
    }

    static void signIn(Page page, String name, String password) {
        page.fill("[name=username]", name);
        page.fill("[name=password]", password);
        page.click("main [type=submit]");
    }
}
