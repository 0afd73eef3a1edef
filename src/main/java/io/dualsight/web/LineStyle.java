package io.dualsight.web;

/**
 * How a column of a chart is drawn. Lines differ by colour and by dashes, so that nobody has to tell colours apart.
 */
enum LineStyle {
    /** Stands in the table alone. */
    HIDDEN("", "", ""),
    /** The lower edge of a band. */
    LOW("", "", ""),
    /** The upper edge of a band. */
    HIGH("", "", ""),
    MAIN("accent", "#3a3fc0", ""),
    SECOND("dual", "#0d6570", "7 3"),
    /** The period before. */
    GHOST("ink-soft", "#4f5764", "2 3"),
    CRITICAL("critical", "#a1121f", ""),
    ERROR("error", "#9a3b00", "7 3"),
    WARNING("warning", "#735000", "7 3 2 3"),
    INFO("info", "#0b5591", "2 3"),
    OK("ok", "#12633a", "12 3"),
    UNKNOWN("unknown", "#4f5764", "1 4");

    private final String tone;
    private final String colour;
    private final String dashes;

    LineStyle(String tone, String colour, String dashes) {
        this.tone = tone;
        this.colour = colour;
        this.dashes = dashes;
    }

    /** The token of its colour; empty for what is no line. */
    public String tone() {
        return tone;
    }

    /** That colour on white, for pictures that leave the console. */
    public String colour() {
        return colour;
    }

    /** As SVG writes them; empty for a solid line. */
    public String dashes() {
        return dashes;
    }

    /** Whether it is a line of its own. */
    boolean isLine() {
        return !tone.isEmpty();
    }

    /** Which edge of a band it is; empty for none. */
    public String edge() {
        return switch (this) {
            case LOW -> "low";
            case HIGH -> "high";
            default -> "";
        };
    }
}
