package io.dualsight.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The ways to sign in beside a password. */
@Component
public class SignInWays {

    /**
     * A provider that people may come from.
     *
     * @param name as the settings call it
     * @param path where the way to it begins
     */
    public record Way(String name, String path) {}

    private final List<Way> ways = new ArrayList<>();

    SignInWays(ObjectProvider<ClientRegistrationRepository> providers) {
        if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
            registrations.forEach(each -> {
                if (each instanceof ClientRegistration provider) {
                    ways.add(
                            new Way(provider.getClientName(), "/oauth2/authorization/" + provider.getRegistrationId()));
                }
            });
        }
    }

    /** None where no provider is set. */
    public List<Way> all() {
        return List.copyOf(ways);
    }
}
