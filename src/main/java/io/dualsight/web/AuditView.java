package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the audit log.
 *
 * @param asked the filter as it was asked for
 * @param problem what was wrong with it; absent where nothing was
 * @param actions what a reader may choose
 * @param items newest first
 * @param check what a check just found; absent where none was made
 * @param links to the rest
 */
record AuditView(
        Asked asked,
        @Nullable String problem,
        List<String> actions,
        List<Item> items,
        @Nullable Check check,
        Links links) {
    static final String PATH = "/settings/audit";

    /** The filter, with empty texts for what was not asked for. */
    record Asked(String actor, String action, String from, String to) {}

    /** An entry; subject and address are empty where there are none. */
    record Item(Moment at, String actor, String action, String subject, String address) {}

    /** What a check found, in words, and the hash to note elsewhere. */
    record Check(boolean whole, String text, String head) {}

    /**
     * Where to go on.
     *
     * @param older the rest of the list; absent at its end
     */
    record Links(@Nullable String older, String csv, String json) {}
}
