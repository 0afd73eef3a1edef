package io.dualsight.web;

import io.dualsight.store.NodeKey;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of news that an open page listens to. Without a script nobody asks for it. */
@Controller
class LiveController {

    private static final String RETRY_SECONDS = "60";

    private final LiveFeed feed;

    LiveController(LiveFeed feed) {
        this.feed = feed;
    }

    /** The nodes as {@code cluster/node}; what has another form is left out. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@RequestParam(defaultValue = "") List<String> node, HttpServletResponse response) {
        SseEmitter emitter = feed.open(keys(node));
        if (emitter == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // For reverse proxies that would collect an answer before they hand it on.
        response.setHeader("X-Accel-Buffering", "no");
        return emitter;
    }

    static Set<NodeKey> keys(List<String> names) {
        Set<NodeKey> keys = new LinkedHashSet<>();
        for (String name : names) {
            int slash = name.indexOf('/');
            if (slash > 0 && slash < name.length() - 1) {
                keys.add(new NodeKey(name.substring(0, slash), name.substring(slash + 1)));
            }
        }
        return keys;
    }
}
