package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inbox.
 *
 * @param tabs where findings stand, with counts
 * @param search what is looked for
 * @param groups the findings by rule
 * @param bulk what can be done to those that are chosen
 * @param views that people keep
 * @param pager what stands under the list
 * @param done what was done just now; absent = nothing
 */
record FindingList(
        List<NodeList.Tab> tabs,
        Search search,
        List<Group> groups,
        Bulk bulk,
        List<View> views,
        Pager pager,
        @Nullable Done done) {

    /**
     * The search.
     *
     * @param text free text
     * @param kept what the form must not lose
     * @param chips the filters in words
     * @param problems what was not understood
     */
    record Search(String text, List<NodeList.Field> kept, List<NodeList.Chip> chips, List<String> problems) {}

    /**
     * One rule.
     *
     * @param cause what its nodes have in common, in a sentence; absent = nothing stands out
     * @param more the rest of the group; absent = all are shown
     */
    record Group(
            String rule,
            String title,
            String severity,
            String counted,
            @Nullable Cause cause,
            List<Row> rows,
            @Nullable String more) {}

    record Cause(String text, String lift, String href) {}

    /** One finding. */
    record Row(long id, String href, NodeLink node, String severity, String summary, Life life, Moment opened) {}

    /**
     * How it stands with people.
     *
     * @param regressed in words; absent = it never came back
     * @param who works on it; absent = nobody
     * @param why what was said last; absent = nothing
     * @param sleeps until when, in words; absent = it is awake
     * @param times how often it appeared, in words; absent = once
     */
    record Life(
            @Nullable String regressed,
            @Nullable String who,
            @Nullable String why,
            @Nullable String sleeps,
            @Nullable String times) {}

    /**
     * What can be done.
     *
     * @param allowed whether this reader may do anything
     * @param filter the list's query: what "all that match" means
     * @param all how many match, in words
     * @param resolved whether the list shows what is over
     */
    record Bulk(boolean allowed, String filter, String all, boolean resolved) {}

    /** A kept view; only its owner may delete it. */
    record View(long id, String name, String href, @Nullable String owner) {}

    record Pager(
            String counted,
            String csv,
            String json,
            @Nullable String first,
            @Nullable String next) {}

    /**
     * What was done.
     *
     * @param text in words
     * @param severity {@code ok}, or {@code error} where it could not be done
     * @param batch what an undo takes; absent = nothing to undo
     */
    record Done(String text, String severity, @Nullable Long batch) {}
}
