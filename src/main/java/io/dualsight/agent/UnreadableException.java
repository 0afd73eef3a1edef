package io.dualsight.agent;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** A source on the node that could not be read; the message names the source and never quotes its content. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableException(String source, String why) {
        super(source + ": " + why);
    }

    /** Says why in the words that a shell would use. */
    static UnreadableException of(String source, IOException cause) {
        UnreadableException said = new UnreadableException(source, words(cause));
        said.initCause(cause);
        return said;
    }

    private static String words(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a directory";
        }
        String message = String.valueOf(cause.getMessage());
        // the JDK puts the path first, which is not always the path as the node knows it
        int reason = message.lastIndexOf(": ");
        return (reason < 0 ? message : message.substring(reason + 2)).toLowerCase(Locale.ROOT);
    }
}
