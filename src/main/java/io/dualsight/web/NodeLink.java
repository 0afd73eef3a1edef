package io.dualsight.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * A node and the way to its page.
 *
 * @param href of the page, without the context path
 */
record NodeLink(String cluster, String node, String href) {

    static NodeLink to(String cluster, String node) {
        return new NodeLink(cluster, node, "/nodes/" + segment(cluster) + "/" + segment(node));
    }

    /** Where the same node's JSON is. */
    public String json() {
        return "/api/v1" + href;
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
