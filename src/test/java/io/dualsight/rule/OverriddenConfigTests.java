package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.ConfigFacts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fix in the configuration file says where flags of the service override that file. */
class OverriddenConfigTests {

    private static final String FILE = "/etc/rancher/rke2/config.yaml";

    private static Remediation fix(String source) {
        TestNode node = TestNode.ipv6Only()
                .with("config", Map.of("source", source, "values", Map.of("node-ip", "2001:db8:1::99")));
        return node.fix("NODE_IP_NOT_ON_HOST");
    }

    @Test
    void saysThatTheFlagsMustGoToo() {
        Remediation fix = fix(FILE + ConfigFacts.OVERRIDDEN_BY + "rke2-server.service");

        assertThat(fix.file()).isEqualTo(FILE);
        assertThat(fix.snippet()).isEqualTo("""
                node-ip: "2001:db8:1::10"
                # take the same flags out of ExecStart in rke2-server.service: they override this file""");
    }

    @Test
    void saysNothingOfFlagsWhereThereAreNone() {
        assertThat(fix(FILE).snippet()).isEqualTo("node-ip: \"2001:db8:1::10\"");
    }
}
