package io.dualsight.web;

import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.web.util.UriUtils;

/**
 * Where a list of nodes is. The query says everything that the list depends on, so the address can be handed to a
 * colleague, and what is usual is left out of it, so that the same list has one address.
 */
final class ListAddress {

    static final String PAGE = "/nodes";
    static final String JSON = "/api/v1/nodes";
    static final String CSV = "/api/v1/exports/nodes.csv";

    private ListAddress() {}

    static String of(String path, NodeQuery query) {
        StringJoiner parameters = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        query.filter().values().forEach((criterion, text) -> parameters.add(pair(criterion.parameter(), text)));
        if (query.sort() != NodeSort.WORST || query.descending()) {
            parameters.add(pair("sort", query.sortText()));
        }
        if (query.limit() != NodeQuery.USUAL) {
            parameters.add(pair("limit", String.valueOf(query.limit())));
        }
        if (query.cursor() != null) {
            parameters.add(pair("cursor", query.cursor()));
        }
        return parameters.toString();
    }

    /** The page of the nodes that meet one criterion. */
    static String where(Criterion criterion, String text) {
        return of(PAGE, NodeQuery.of(NodeFilter.NONE.with(criterion, text)));
    }

    /** The first page of the same list with another filter. */
    static String filtered(NodeQuery query, NodeFilter filter) {
        return of(PAGE, new NodeQuery(filter, query.sort(), query.descending(), query.limit(), null));
    }

    static NodeFilter without(NodeFilter filter, Criterion... criteria) {
        Map<Criterion, String> left = new EnumMap<>(Criterion.class);
        left.putAll(filter.values());
        for (Criterion each : criteria) {
            left.remove(each);
        }
        return new NodeFilter(left);
    }

    private static String pair(String name, String value) {
        return name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
