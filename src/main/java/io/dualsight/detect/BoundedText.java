package io.dualsight.detect;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Matches patterns that a report brings along. Java's regular expressions backtrack where Go's do not, so a hostile
 * pattern could hold the console for ever; this gives up after so many looks at a character.
 */
final class BoundedText implements CharSequence {

    private static final int MOST_LOOKS = 20_000;
    private static final int LONGEST_PATTERN = 256;

    private final String text;
    private final int[] looks;

    private BoundedText(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /** The compiled pattern; absent where Java cannot read it, or it is too long to be meant well. */
    static @Nullable Pattern pattern(String regex) {
        if (regex.length() > LONGEST_PATTERN) {
            return null;
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /** Whether the pattern occurs in the text; absent where that cannot be found out in time. */
    static @Nullable Boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new int[1])).find();
        } catch (TooManyLooksException | StackOverflowError e) {
            return null;
        }
    }

    @Override
    public char charAt(int index) {
        if (looks[0]++ > MOST_LOOKS) {
            throw new TooManyLooksException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class TooManyLooksException extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }
}
