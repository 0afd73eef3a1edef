package io.dualsight.web;

import io.dualsight.store.NodeQuery;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.FindingQuery;
import io.dualsight.triage.FindingSort;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where a list of findings is; its query says everything that the list depends on, and leaves out what is usual. */
final class FindingAddress {

    static final String PAGE = "/findings";
    static final String JSON = "/api/v1/findings";

    private FindingAddress() {}

    static String one(long id) {
        return PAGE + "/" + id;
    }

    static String of(String path, FindingQuery query) {
        String text = query(query);
        return text.isEmpty() ? path : path + "?" + text;
    }

    /** Of the list's address. */
    static String query(FindingQuery query) {
        StringJoiner parameters = new StringJoiner("&");
        query.filter().values().forEach((criterion, text) -> parameters.add(pair(criterion.parameter(), text)));
        query.filter().nodes().values().forEach((criterion, text) -> parameters.add(pair(criterion.parameter(), text)));
        if (query.sort() != FindingSort.WORST) {
            parameters.add(pair("sort", query.sort().parameter()));
        }
        if (query.limit() != NodeQuery.USUAL) {
            parameters.add(pair("limit", String.valueOf(query.limit())));
        }
        if (query.cursor() != null) {
            parameters.add(pair("cursor", query.cursor()));
        }
        return parameters.toString();
    }

    static String where(FindingFilter filter) {
        return of(PAGE, FindingQuery.of(filter));
    }

    static String pair(String name, @Nullable String value) {
        return name + "=" + UriUtils.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }
}
