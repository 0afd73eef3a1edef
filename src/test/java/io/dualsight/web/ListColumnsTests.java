package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListColumnsTests {

    @Test
    void showsTheUsualOnesWhereNoneIsNamedOrKnown() {
        assertThat(ListColumns.of(List.of()).isUsual()).isTrue();
        assertThat(ListColumns.of(List.of("")).isUsual()).isTrue();
        assertThat(ListColumns.of(List.of("salary")).isUsual()).isTrue();
    }

    @Test
    void readsThemAsALinkAndAsAFormWritesThem() {
        assertThat(ListColumns.of(List.of("version,ips")).shown()).containsExactly("ips", "version");
        assertThat(ListColumns.of(List.of("version", "ips", "salary")).shown()).containsExactly("ips", "version");
    }

    @Test
    void standsInTheAddressUnlessItIsTheUsualChoice() {
        ListColumns two = ListColumns.of(List.of("ips,verdict"));
        assertThat(two.on("/nodes")).isEqualTo("/nodes?columns=ips,verdict");
        assertThat(two.on("/nodes?q=a")).isEqualTo("/nodes?q=a&columns=ips,verdict");
        assertThat(ListColumns.of(ListColumns.USUAL).on("/nodes")).isEqualTo("/nodes");
    }
}
