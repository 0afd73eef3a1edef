package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.detect.Phrase;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a node stands in one IP family.
 *
 * @param status the state
 * @param address the node's address of the family: the node IP where it is usable, else the first usable one, else the
 *     one that is not usable; absent = none
 * @param device the interface that holds it; absent with the address
 * @param reason why the state is what it is
 */
public record FamilyStatus(
        Status status,
        @Nullable IpAddress address,
        @Nullable String device,
        Phrase reason) {

    /** The states. */
    public enum Status {
        /** A usable address is there. */
        PRESENT,
        /** None, and the cluster has not this family: legal. */
        ABSENT_EXPECTED,
        /** None, though the cluster has this family. */
        ABSENT_REQUIRED,
        /** One is there, but tentative, failed duplicate detection, or on an interface that is down. */
        UNUSABLE,
        /** The kernel has the family switched off. */
        DISABLED,
        /** Could not be read, or the cluster's families are not known. Never shown as absent. */
        UNKNOWN;

        /** The name in answers: lower case with hyphens. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The status of that wire name; empty for another text. */
        public static Optional<Status> of(String wire) {
            return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
        }
    }
}
