package io.dualsight.agent;

import java.io.IOException;

/** The programs of the node, such as {@code ip}. */
interface Programs {

    /**
     * Runs a program and gives what it printed.
     *
     * @throws IOException where it is not there, ends badly, prints too much or takes too long
     */
    String output(String... command) throws IOException;

    /** No programs, for files that are not those of the running kernel. */
    static Programs none() {
        return command -> {
            throw new UnreadableException(command[0], "not asked, as the files are not this host's own");
        };
    }
}
