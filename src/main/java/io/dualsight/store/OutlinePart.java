package io.dualsight.store;

/**
 * What of a report's JSON is read to know whether it says what the one before said, and what of that differs in any case.
 * A part has parts by the names of its fields; the items of a list are of the list's own part.
 */
public enum OutlinePart {
    /** A report. */
    REPORT,
    /** Its agent. */
    AGENT,
    /** Something that it timed. */
    TIMED,
    /** A component, of which only what was timed is read. */
    COMPONENT,
    /** All of it is read, and the same each time. */
    READ,
    /** All of it is read, and other each time. */
    DIFFERS,
    /** The same each time, and not read. */
    SKIPPED;

    /** The part that a field of this one is. */
    public OutlinePart of(String field) {
        return switch (this) {
            case REPORT -> ofReport(field);
            case AGENT -> ReportParts.AGENT.contains(field) ? DIFFERS : READ;
            case TIMED -> field.equals(ReportParts.MILLIS) ? DIFFERS : READ;
            case COMPONENT -> field.equals(ReportParts.ENDPOINTS) ? TIMED : SKIPPED;
            case READ, DIFFERS -> READ;
            case SKIPPED -> SKIPPED;
        };
    }

    private static OutlinePart ofReport(String field) {
        return switch (field) {
            case "agent" -> AGENT;
            case "connectivity" -> TIMED;
            case "components" -> COMPONENT;
            case "schemaVersion", "cluster", "node" -> READ;
            default -> ReportParts.TOP.contains(field) ? DIFFERS : SKIPPED;
        };
    }
}
