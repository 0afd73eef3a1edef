package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports and judgements derived from {@code domain.md} alone, by a reader who did not know the rules' code: what a rule
 * must find, its nearest neighbour that it must not, and facts that are missing.
 */
class OwnVectorTests {

    /** What no single report can show: these need the node's past or other nodes, or a clock. */
    private static final Set<String> NEED_MORE_THAN_ONE_REPORT =
            Set.of("V6_DEFAULT_ROUTE_LOST", "NODE_IP_CHANGED", "DUPLICATE_NODE_IP", "READY_SLOW", "AGENT_STALE");

    static Stream<Path> vectors() throws IOException, URISyntaxException {
        return VectorTests.files("/vectors/own");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void judgesAsDerived(Path vector) {
        VectorTests.check(vector);
    }

    @Test
    void expectsEveryRuleThatOneReportCanShow() throws IOException, URISyntaxException {
        Set<String> expected = new TreeSet<>(NEED_MORE_THAN_ONE_REPORT);
        Stream.concat(vectors(), VectorTests.ownCopies())
                .forEach(vector -> expected.addAll(VectorTests.ruleIds(VectorTests.expected(vector))));

        assertThat(expected).containsExactlyInAnyOrderElementsOf(RuleBook.ids());
    }
}
