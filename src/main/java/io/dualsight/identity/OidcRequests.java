package io.dualsight.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What was asked of a provider, in the session until it answers, as a record that sessions can hold. */
final class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String NAME = "dualsight.oidc-request";
    private static final String STATE = "state";

    /** All values are texts: state, nonce, code verifier and the like. */
    record Asked(
            String uri,
            String client,
            @Nullable String redirect,
            Set<String> scopes,
            @Nullable String state,
            Map<String, Object> parameters,
            Map<String, Object> attributes) {

        static Asked of(OAuth2AuthorizationRequest request) {
            return new Asked(
                    request.getAuthorizationUri(),
                    request.getClientId(),
                    request.getRedirectUri(),
                    new TreeSet<>(request.getScopes()),
                    request.getState(),
                    new TreeMap<>(request.getAdditionalParameters()),
                    new TreeMap<>(request.getAttributes()));
        }

        OAuth2AuthorizationRequest request() {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(uri)
                    .clientId(client)
                    .redirectUri(redirect)
                    .scopes(scopes)
                    .state(state)
                    .additionalParameters(parameters)
                    .attributes(attributes)
                    .build();
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean asked = session != null && session.getAttribute(NAME) instanceof Asked;
        if (!asked) {
            return null;
        }
        Asked kept = (Asked) session.getAttribute(NAME);
        return kept.state() != null && kept.state().equals(request.getParameter(STATE)) ? kept.request() : null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
        } else {
            request.getSession().setAttribute(NAME, Asked.of(asked));
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            request.getSession().removeAttribute(NAME);
        }
        return asked;
    }
}
