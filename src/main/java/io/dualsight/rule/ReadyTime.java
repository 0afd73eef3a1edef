package io.dualsight.rule;

import org.jspecify.annotations.Nullable;

/**
 * The Ready-time sample that one report gives.
 *
 * @param method {@code SERVICE_START_TO_READY}, the only method that a report's own facts carry; absent where they do not
 * @param seconds from the service's start to Ready=True; absent = no sample
 * @param reason why there is no sample: {@code NO_START_TIME NO_READY_CONDITION NOT_READY NOT_READY_BY_DEADLINE
 *     RESTART_NO_TRANSITION READY_IN_FUTURE TOO_LONG}; absent with a sample
 */
public record ReadyTime(
        @Nullable String method,
        @Nullable Long seconds,
        @Nullable String reason) {

    /** From systemd's {@code ExecMainStartTimestamp} to the Ready condition's last transition. */
    public static final String SERVICE_START_TO_READY = "SERVICE_START_TO_READY";
}
