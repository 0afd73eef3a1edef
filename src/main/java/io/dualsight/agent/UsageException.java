package io.dualsight.agent;

/** A flag that makes no sense; the message names the flag, its value, and what should stand there. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(String flag, String value, String expected) {
        super(flag + ": " + value + "; expected " + expected);
    }
}
