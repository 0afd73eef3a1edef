package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.CalicoMethods;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calico's settings as the operator takes them: {@code domain.md} §3.1. */
class InstallationReaderTests {

    private static final Map<String, Object> V6_POOL = Map.of("cidr", "2001:cafe:42::/56");
    private static final Map<String, Object> V4_POOL = Map.of("cidr", "10.42.0.0/16");

    private static CalicoMethods methods(Map<String, Object> network) {
        return InstallationReader.read(ApiObjects.installation(network)).methods();
    }

    private static String v6(Map<String, Object> method) {
        return methods(Map.of("nodeAddressAutodetectionV6", method)).ipv6();
    }

    @Test
    void readsEachMethod() {
        assertThat(v6(Map.of("firstFound", true))).isEqualTo("first-found");
        assertThat(v6(Map.of("firstFound", false))).isEqualTo("none");
        assertThat(v6(Map.of())).isEqualTo("none");
        assertThat(v6(Map.of("kubernetes", "NodeInternalIP"))).isEqualTo("kubernetes");
        assertThat(v6(Map.of("interface", "eth0"))).isEqualTo("interface=eth0");
        assertThat(v6(Map.of("skipInterface", "^clat.*"))).isEqualTo("skip-interface=^clat.*");
        assertThat(v6(Map.of("canReach", "2001:db8::1"))).isEqualTo("can-reach=2001:db8::1");
        assertThat(v6(Map.of("cidrs", List.of("2001:db8:1::/64", "2001:db8:2::/64"))))
                .isEqualTo("cidr=2001:db8:1::/64,2001:db8:2::/64");
    }

    @Test
    void knowsTheOperatorsDefaultsByThePools() {
        assertThat(methods(Map.of("ipPools", List.of(V6_POOL)))).isEqualTo(new CalicoMethods("none", "none"));
        assertThat(methods(Map.of("ipPools", List.of(V4_POOL, V6_POOL))))
                .isEqualTo(new CalicoMethods("first-found", "none"));
        assertThat(methods(Map.of())).isEqualTo(new CalicoMethods(null, null));
    }

    @Test
    void readsThePools() {
        assertThat(InstallationReader.read(ApiObjects.installation(Map.of("ipPools", List.of(V4_POOL, V6_POOL))))
                        .pools())
                .containsExactly("10.42.0.0/16", "2001:cafe:42::/56");
    }
}
