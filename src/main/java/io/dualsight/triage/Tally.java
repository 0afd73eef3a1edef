package io.dualsight.triage;

import java.time.LocalDate;

/**
 * How often.
 *
 * @param occurrences appearances
 * @param episodes openings
 * @param log of its events
 */
record Tally(int occurrences, int episodes, EventLog log) {

    Tally occurred() {
        return new Tally(occurrences + 1, episodes, log);
    }

    /**
     * Where the finding's events stand.
     *
     * @param last number of the newest
     * @param day the UTC day of the next two
     * @param today how many the console wrote on that day
     * @param flapping number of the event that counts the rest of that day; 0 = none
     */
    record EventLog(int last, LocalDate day, int today, int flapping) {}
}
