package io.dualsight.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which groups of an OpenID Connect provider or a directory get which role; the highest counts, and who is in none of
 * them is not let in.
 *
 * @param admin names of groups
 * @param operator names of groups
 * @param viewer names of groups; {@code *} is everybody whom the provider lets in
 * @param claim of the ID token that lists the groups
 * @param nameClaim of the ID token that becomes the username
 */
@ConfigurationProperties("dualsight.groups")
record GroupSettings(
        @DefaultValue List<String> admin,
        @DefaultValue List<String> operator,
        @DefaultValue List<String> viewer,
        @DefaultValue("groups") String claim,
        @DefaultValue("preferred_username") String nameClaim) {
    private static final String EVERYBODY = "*";

    GroupSettings {
        admin = List.copyOf(admin);
        operator = List.copyOf(operator);
        viewer = List.copyOf(viewer);
    }

    Optional<Role> role(Collection<String> groups) {
        if (admin.stream().anyMatch(groups::contains)) {
            return Optional.of(Role.ADMIN);
        }
        if (operator.stream().anyMatch(groups::contains)) {
            return Optional.of(Role.OPERATOR);
        }
        boolean views = viewer.contains(EVERYBODY) || viewer.stream().anyMatch(groups::contains);
        return views ? Optional.of(Role.VIEWER) : Optional.empty();
    }
}
