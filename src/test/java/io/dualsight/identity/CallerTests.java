package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

class CallerTests {

    @Test
    void givesAnAgentNoRole() {
        assertThat(authorities(new Caller.Node("t", null, null))).containsExactly("AGENT");
    }

    @Test
    void givesAPersonTheRolesThatAreCovered() {
        assertThat(authorities(new Caller.Person("a", Role.OPERATOR))).containsExactly("ROLE_VIEWER", "ROLE_OPERATOR");
    }

    private static List<String> authorities(Caller caller) {
        return new CallerAuthentication(caller)
                .getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
    }
}
