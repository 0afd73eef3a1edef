package io.dualsight.store;

import io.dualsight.contract.Report;
import io.dualsight.rule.FleetView;
import org.jspecify.annotations.Nullable;

/**
 * What a report is judged by.
 *
 * @param report the facts: those that were sent, with what the console knows of the Node object from elsewhere
 * @param sent the report as its node sent it
 * @param fleet what else the console knows
 * @param ground what the console's knowledge was made of: see {@link Assessor#ground}; absent where it may change though
 *     that stays the same
 */
public record Evidence(
        Report report, Sent sent, FleetView fleet, @Nullable Object ground) {}
