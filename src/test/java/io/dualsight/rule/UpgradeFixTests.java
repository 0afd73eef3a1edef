package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the upgrade out of rke2#7454 looks like on each kind of node. */
class UpgradeFixTests {

    private static Remediation fix(String role) {
        TestNode node = TestNode.ipv6Only();
        node.host("distributionVersion", "v1.30.8+rke2r1").host("roles", List.of(role));
        node.section("startup").put("serviceUnit", "rke2-" + role);
        return node.fix("RKE2_AFFECTED_BY_7454");
    }

    @Test
    void installsAnAgentOnAnAgentAndRestartsIt() {
        assertThat(fix("agent").snippet())
                .isEqualTo("curl -sfL https://get.rke2.io |"
                        + " INSTALL_RKE2_TYPE=agent INSTALL_RKE2_VERSION=v1.30.9+rke2r1 sh -");
        assertThat(fix("agent").verify()).startsWith("systemctl restart rke2-agent && kubectl get node node-1 ");
    }

    @Test
    void installsAServerOnAServer() {
        assertThat(fix("server").snippet())
                .isEqualTo("curl -sfL https://get.rke2.io | INSTALL_RKE2_VERSION=v1.30.9+rke2r1 sh -");
        assertThat(fix("server").verify()).startsWith("systemctl restart rke2-server && kubectl get node node-1 ");
    }
}
