package io.dualsight.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in by an OpenID Connect provider, where Spring's own settings ({@code
 * spring.security.oauth2.client.registration.*}) name one. The provider says who somebody is and in which groups; its
 * tokens are not kept.
 */
@Component
class Oidc {
    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final Admission admission;
    private final GroupSettings groups;
    private final OidcUserService users = new OidcUserService();

    Oidc(ObjectProvider<ClientRegistrationRepository> providers, Admission admission, GroupSettings groups) {
        this.providers = providers;
        this.admission = admission;
        this.groups = groups;
    }

    boolean isOn() {
        return providers.getIfAvailable() != null;
    }

    void configure(OAuth2LoginConfigurer<?> login) {
        login.loginPage(SignInPage.PATH)
                .authorizationEndpoint(start -> start.authorizationRequestRepository(new OidcRequests()))
                .authorizedClientRepository(new Forgetful())
                .userInfoEndpoint(info -> info.oidcUserService(this::load))
                .successHandler(succeeded())
                .failureHandler(SignInPage::failed);
    }

    private OidcUser load(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        String name = user.getClaimAsString(groups.nameClaim());
        Optional<Caller.Person> person =
                name == null ? Optional.empty() : admission.admit(name, Person.Origin.OIDC, memberOf(user));
        return new Admitted(user, person.orElseThrow(() -> new OAuth2AuthenticationException("access_denied")));
    }

    private Collection<String> memberOf(OidcUser user) {
        List<String> named = user.getClaimAsStringList(groups.claim());
        return named == null ? List.of() : named;
    }

    /** From here on the session holds the caller, like every other, and nothing of the provider. */
    private static AuthenticationSuccessHandler succeeded() {
        AuthenticationSuccessHandler lead = SignInPage.succeeded(SecurityChains.WANTED);
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        return (request, response, authentication) -> {
            Admitted admitted = (Admitted) Objects.requireNonNull(authentication.getPrincipal());
            CallerAuthentication caller = new CallerAuthentication(admitted.person());
            SecurityContext context = new SecurityContextImpl(caller);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            lead.onAuthenticationSuccess(request, response, caller);
        };
    }

    private static final class Admitted extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;

        private final transient Caller.Person person;

        Admitted(OidcUser user, Caller.Person person) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.person = person;
        }

        Caller.Person person() {
            return person;
        }
    }

    private static final class Forgetful implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
