package io.dualsight.identity;

import java.time.Instant;

/**
 * Somebody signed in somewhere.
 *
 * @param id what to end it by; not what the cookie carries
 * @param person username
 * @param startedAt by the console's clock
 * @param lastAt of the last request, by the console's clock
 * @param address IP address of the sign-in; empty where it is not known
 * @param browser what it called itself, cut short; empty where it did not
 */
public record Session(String id, String person, Instant startedAt, Instant lastAt, String address, String browser) {}
