package io.dualsight.agent;

import io.dualsight.rule.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Colour on a terminal, and nothing elsewhere. The words say the same: colour is never the only signal. */
enum Ink {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";

    /** For what goes to {@code out}: a terminal that has not asked for no colours (no-color.org). */
    static Ink on(PrintStream out) {
        boolean wanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return wanted && out == System.out && isTerminal() ? COLOURED : PLAIN;
    }

    /** Not by {@code System.console()}, which from Java 22 on is there for pipes too. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    String verdict(Verdict verdict, String text) {
        return in(BOLD + tone(verdict), text);
    }

    String strong(String text) {
        return in(BOLD, text);
    }

    String faint(String text) {
        return in(FAINT, text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : code + text + RESET;
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case CRITICAL, ERROR -> "\u001b[31m";
            case WARNING -> "\u001b[33m";
            case OK -> "\u001b[32m";
            default -> "\u001b[36m";
        };
    }
}
