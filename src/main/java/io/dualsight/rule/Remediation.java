package io.dualsight.rule;

import org.jspecify.annotations.Nullable;

/**
 * What to change, filled with the node's own addresses, interface and paths. The words around it are
 * {@link RuleTexts#fix}.
 *
 * @param file where the snippet goes; absent = it is a command, or nothing is to be changed in a file
 * @param snippet lines to put into the file, or commands to run; absent = nothing to copy
 * @param verify a command that shows whether it worked; absent = the next report shows it
 */
public record Remediation(
        @Nullable String file,
        @Nullable String snippet,
        @Nullable String verify) {

    /** Nothing to copy: the words say what to do. */
    public static final Remediation NONE = new Remediation(null, null, null);
}
