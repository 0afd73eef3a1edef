package io.dualsight.identity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.ldap.userdetails.DefaultLdapAuthoritiesPopulator;
import org.springframework.stereotype.Component;

/** Finds the person's entry, binds as it, and reads its groups. Only there where a URL is set. */
@Component
@ConditionalOnProperty("dualsight.ldap.url")
class LdapDirectory implements Directory {
    private final BindAuthenticator authenticator;
    private final DefaultLdapAuthoritiesPopulator populator;

    LdapDirectory(LdapSettings settings) {
        DefaultSpringSecurityContextSource source =
                new DefaultSpringSecurityContextSource(String.valueOf(settings.url()));
        if (settings.managerDn() != null) {
            source.setUserDn(settings.managerDn());
            source.setPassword(settings.managerPassword() == null ? "" : settings.managerPassword());
        } else {
            source.setAnonymousReadOnly(true);
        }
        source.afterPropertiesSet();
        authenticator = new BindAuthenticator(source);
        authenticator.setUserSearch(new FilterBasedLdapUserSearch(settings.userBase(), settings.userSearch(), source));
        populator = new DefaultLdapAuthoritiesPopulator(source, settings.groupBase());
        populator.setGroupSearchFilter(settings.groupSearch());
        populator.setSearchSubtree(true);
        populator.setConvertToUpperCase(false);
        populator.setRolePrefix("");
    }

    /** A bind without a password succeeds at many servers, and proves nothing. */
    @Override
    public Optional<Set<String>> groups(String username, String password) {
        if (password.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(bind(username, password));
        } catch (BadCredentialsException | UsernameNotFoundException e) {
            return Optional.empty();
        } catch (NamingException e) {
            throw new AuthenticationServiceException("the directory does not answer", e);
        }
    }

    private Set<String> bind(String username, String password) {
        DirContextOperations entry =
                authenticator.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
        return populator.getGrantedAuthorities(entry, username).stream()
                .map(GrantedAuthority::getAuthority)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
