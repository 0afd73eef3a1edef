package io.dualsight.contract;

/**
 * A fact that the agent could not read.
 *
 * @param probe the fact's place in the report, such as {@code routes.ipv6}
 * @param message why, with the source's name, such as {@code /proc/net/ipv6_route: permission denied}
 */
public record ProbeError(String probe, String message) {

    /** Whether this error leaves {@code fact} unknown: it names the fact itself or a part that holds it. */
    public boolean hides(String fact) {
        return fact.equals(probe) || fact.startsWith(probe + ".");
    }
}
