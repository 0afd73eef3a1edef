package io.dualsight.web;

import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its own content.
 *
 * @param lang {@code en} or {@code zh-CN}
 * @param theme {@code light} or {@code dark}; absent = the system's
 * @param user who is signed in; absent on the sign-in page
 * @param admin whether that person may make tokens
 * @param here this page's path and query, where the language and colour switches come back to
 * @param zone the reader's time zone
 * @param demo whether a simulated fleet reports to this console
 */
record Shell(
        String lang,
        @Nullable String theme,
        @Nullable String user,
        boolean admin,
        String here,
        String zone,
        boolean demo) {}
