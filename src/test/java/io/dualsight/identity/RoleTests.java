package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void coversWhatLesserRolesMay() {
        assertThat(Role.VIEWER.covered()).containsExactly(Role.VIEWER);
        assertThat(Role.OPERATOR.covered()).containsExactly(Role.VIEWER, Role.OPERATOR);
        assertThat(Role.ADMIN.covered()).containsExactly(Role.VIEWER, Role.OPERATOR, Role.ADMIN);
    }

    @Test
    void readsItsOwnWordsAndNoOthers() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.word())).contains(role);
        }
        assertThat(Role.of("ADMIN")).isEmpty();
        assertThat(Role.of("root")).isEmpty();
    }
}
