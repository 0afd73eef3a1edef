package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes page.
 *
 * @param tabs the common questions, with counts
 * @param filters what is asked, and what could be
 * @param choice which columns there are
 * @param table the answer
 * @param pager how much of the answer this is, and the way on
 */
record NodeList(List<Tab> tabs, Filters filters, Choice choice, Table table, Pager pager) {

    /**
     * A common question.
     *
     * @param counter by which live news names its count; absent where the list is narrowed and the news is not
     * @param mark whose shape stands before the text; absent for tabs that are no status
     */
    record Tab(
            String text, @Nullable String counter, @Nullable String mark, String count, String href, boolean current) {

        /** A tab that live news does not count. */
        Tab(String text, @Nullable String mark, String count, String href, boolean current) {
            this(text, null, mark, count, href, current);
        }
    }

    /**
     * The question.
     *
     * @param q the words searched for
     * @param selects the lists to choose from
     * @param kept what the form hands on unchanged
     * @param problems what could not be understood, in words
     * @param chips what is asked, in words
     */
    record Filters(
            @Nullable String q, List<Select> selects, List<Field> kept, List<String> problems, List<Chip> chips) {}

    /**
     * The choice of columns.
     *
     * @param kept what its form hands on unchanged
     */
    record Choice(List<Option> options, List<Field> kept) {}

    record Field(String name, String value) {}

    record Select(String name, String label, List<Option> options) {}

    record Option(String value, String text, boolean selected) {}

    /** One condition in words, with the way to the same list without it. */
    record Chip(String text, String href) {}

    record Table(List<Column> columns, List<Row> rows) {}

    /**
     * A column's head.
     *
     * @param href the list sorted by it, or the other way round if it is already; absent where it cannot be
     * @param sorted {@code ascending} or {@code descending}; absent where the list is not sorted by it
     */
    record Column(
            String css,
            String text,
            @Nullable String href,
            @Nullable String sorted) {}

    /** A node. */
    record Row(NodeLink node, List<String> roles, Family ipv4, Family ipv6, NodeIps nodeIps, Judged judged, Seen seen) {

        /** As live news names it. */
        public String key() {
            return node.cluster() + "/" + node.node();
        }
    }

    /**
     * How the verdict went.
     *
     * @param text the same in words
     */
    record Strip(List<Span> spans, String text) {}

    /** A time of one verdict, or of silence, in a strip of 240 units. */
    record Span(String key, long x, long width) {}

    record Family(String status, @Nullable String address) {}

    /**
     * A node's node IPs.
     *
     * @param all those of the Node object, else those that the distribution will choose, else those configured; in order,
     *     and as many as a cell holds
     * @param more how many others there are, as "+3"; absent where none is left out
     * @param configured what the configuration says where that dissents although the Node object does not; else absent
     * @param should what they should be; absent where they are that, or it is not known
     */
    record NodeIps(
            List<Ip> all,
            @Nullable String more,
            @Nullable String configured,
            @Nullable String should) {}

    /**
     * The verdict.
     *
     * @param rules how many rules stand behind it, in words; absent where none does
     * @param past how it went in the last day; absent where nobody asked
     */
    record Judged(
            String verdict,
            @Nullable String rules,
            @Nullable Strip past) {}

    record Seen(
            String version, @Nullable String cni, @Nullable String ready, Moment lastReport, boolean stale) {}

    /**
     * What stands under the table.
     *
     * @param now when this was read
     * @param counted rows here and in all, in words
     * @param first the first page; absent on it
     * @param next the page after this one; absent on the last
     */
    record Pager(
            Moment now,
            String counted,
            String csv,
            String json,
            @Nullable String first,
            @Nullable String next) {}
}
