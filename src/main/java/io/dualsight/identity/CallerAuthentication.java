package io.dualsight.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller in Spring Security's terms: the caller is the principal, roles are authorities, nothing secret is kept. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    static final String AGENT = "AGENT";
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        if (caller instanceof Caller.Person person) {
            return AuthorityUtils.createAuthorityList(
                    person.role().covered().stream().map(role -> "ROLE_" + role).toList());
        }
        return AuthorityUtils.createAuthorityList(AGENT);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
