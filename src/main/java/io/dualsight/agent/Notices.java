package io.dualsight.agent;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Lines for whoever reads the agent's log: one where something changes, none while it stays so. */
final class Notices {

    private final PrintStream out;
    private final Map<String, String> last = new HashMap<>();

    Notices(PrintStream out) {
        this.out = out;
    }

    /** Says how a matter stands, unless that was said last. */
    void say(String matter, String state) {
        if (!state.equals(last.put(matter, state))) {
            out.println("dualsight-agent: " + state);
        }
    }

    /** Forgets a matter that is as it should be, so that its next trouble is said again. */
    void settle(String matter, String state) {
        if (last.remove(matter) != null) {
            out.println("dualsight-agent: " + state);
        }
    }
}
