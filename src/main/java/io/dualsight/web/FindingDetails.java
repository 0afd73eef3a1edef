package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding's page.
 *
 * @param head which finding, and how it stands
 * @param finding what, why, evidence, fix
 * @param shared what its nodes have in common and which they are
 * @param events what happened, newest first
 * @param before what changed in the 15 minutes before it opened
 * @param acts what can be done
 * @param done what was done just now; absent = nothing
 */
record FindingDetails(
        Head head,
        NodeDetails.Finding finding,
        Shared shared,
        List<Event> events,
        Before before,
        Acts acts,
        FindingList.@Nullable Done done) {

    /**
     * The top of the page.
     *
     * @param status as a mark
     * @param statusText in words
     * @param facts small ones
     */
    record Head(
            long id,
            NodeLink node,
            String severity,
            String status,
            String statusText,
            FindingList.Life life,
            List<NodeDetails.Pair> facts) {}

    /**
     * The rule elsewhere.
     *
     * @param causes what its nodes have in common, the most telling first
     * @param nodes other findings of the rule that are not over
     * @param counted how many nodes have it, in words
     * @param href all of them
     */
    record Shared(List<FindingList.Cause> causes, List<FindingList.Row> nodes, String counted, String href) {}

    /**
     * A step.
     *
     * @param what in words
     * @param said line by line: text, and links that are safe to follow
     * @param times in words; absent = once
     * @param batch what an undo takes; absent = nothing to undo
     */
    record Event(
            Moment at,
            String who,
            String what,
            List<Piece> said,
            @Nullable String times,
            @Nullable Long batch) {}

    /**
     * A piece of a comment.
     *
     * @param href where it leads; absent = it is text
     */
    record Piece(String text, @Nullable String href) {}

    /** What changed on the node, and on the others of its cluster. */
    record Before(List<ChangeLine> node, List<ChangeLine> cluster) {}

    /**
     * What can be done.
     *
     * @param allowed whether this reader may do anything
     * @param open whether it may be acknowledged, snoozed and resolved
     * @param revision that the reader sees
     * @param me the reader's name
     */
    record Acts(boolean allowed, boolean open, boolean acknowledged, boolean fresh, int revision, String me) {}
}
