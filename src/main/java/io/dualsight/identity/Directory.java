package io.dualsight.identity;

import java.util.Optional;
import java.util.Set;

/** Another server that knows people and their passwords. */
@FunctionalInterface
interface Directory {

    /**
     * The groups of somebody; empty where the name is unknown or the password wrong.
     *
     * @throws org.springframework.security.authentication.AuthenticationServiceException where it does not answer
     */
    Optional<Set<String>> groups(String username, String password);
}
