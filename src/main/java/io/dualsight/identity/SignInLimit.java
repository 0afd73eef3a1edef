package io.dualsight.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after five failures for one name from one network, or fifty from one network, the next attempt
 * waits. It never locks a name for everybody, or anyone could lock out the admin.
 */
@Component
class SignInLimit {
    static final int FAILURES_PER_NAME = 5;
    static final int FAILURES_PER_NETWORK = 50;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final Throttle byName;
    private final Throttle byNetwork;

    SignInLimit(Clock clock) {
        this.byName = new Throttle(clock, FAILURES_PER_NAME, FORGOTTEN_AFTER);
        this.byNetwork = new Throttle(clock, FAILURES_PER_NETWORK, FORGOTTEN_AFTER);
    }

    boolean mustWait(String username, String address) {
        return !waitOf(username, address).isZero();
    }

    void failed(String username, String address) {
        byName.spend(key(username, address));
        byNetwork.spend(ClientAddress.network(address));
    }

    void succeeded(String username, String address) {
        byName.forgive(key(username, address));
    }

    private Duration waitOf(String username, String address) {
        Duration name = byName.wait(key(username, address));
        return name.isZero() ? byNetwork.wait(ClientAddress.network(address)) : name;
    }

    private static String key(String username, String address) {
        return ClientAddress.network(address) + " " + username.toLowerCase(Locale.ROOT);
    }
}
