package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.ReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Readiness of the vectors' nodes. */
class NodeReadinessTests {

    private static List<String> states(String vector) throws IOException {
        Map<?, ?> tree =
                (Map<?, ?>) Json.read(Files.readString(Path.of("src/test/resources/vectors", vector + ".json")));
        return new NodeReadiness(ReportReader.read(tree.get("report"), null))
                .checks().stream()
                        .filter(each -> each.state() != ReadinessCheck.State.UNKNOWN)
                        .map(each -> each.name() + (each.blocks() ? " blocks" : ""))
                        .toList();
    }

    @Test
    void findsNothingThatBlocksOnANodeOfBothFamilies() throws IOException {
        assertThat(states("V40"))
                .containsExactly(
                        "address-ipv4", "address-ipv6", "route-ipv4", "route-ipv6", "advertisements", "node-ip");
    }

    @Test
    void namesWhatAnIpv4NodeLacks() throws IOException {
        assertThat(states("V60"))
                .contains("address-ipv4", "address-ipv6 blocks", "route-ipv6 blocks")
                .doesNotContain("node-ip", "node-ip blocks");
    }

    @Test
    void seesARouteThatWillGoAway() throws IOException {
        assertThat(states("V30")).contains("advertisements blocks");
        assertThat(states("V31")).contains("advertisements");
    }

    @Test
    void wantsBothFamiliesPinned() throws IOException {
        assertThat(states("V41")).contains("node-ip blocks").contains("address-ipv4", "address-ipv6");
    }
}
