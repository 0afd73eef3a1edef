package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeSearchTests {

    private static Map<String, String> of(String text) {
        return NodeSearch.expand(Map.of("q", text, "cluster", "edge"));
    }

    @Test
    void putsWordsIntoTheirPlacesAndLooksForTheRest() {
        assertThat(of("is:stale  family:ipv6-only rule:NODE_IP_DUPLICATE version:<1.31.5 node-0"))
                .isEqualTo(Map.of(
                        "stale", "true",
                        "family", "ipv6-only",
                        "rule", "NODE_IP_DUPLICATE",
                        "version", "<1.31.5",
                        "cluster", "edge",
                        "q", "node-0"));
        assertThat(of("is:incorrect")).containsEntry("incorrectNodeIp", "true").containsEntry("q", "");
    }

    @Test
    void takesAWordForMoreThanAField() {
        assertThat(of("cluster:core")).containsEntry("cluster", "core");
    }

    @Test
    void leavesAddressesAloneWhichHaveColonsToo() {
        for (String address : new String[] {"2001:db8::1", "fe80::1", "abcd:1", "::1", "is:what", "q:x"}) {
            assertThat(NodeSearch.hasWords(address)).as(address).isFalse();
            assertThat(of(address)).containsEntry("q", address);
        }
    }
}
