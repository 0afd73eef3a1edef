package io.dualsight.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * The first half of a SHA-256 of a report's JSON as it was sent, less what differs in each report: of two that have the
 * same, the facts are the same. Where only a blank, the order of fields or the form of a number differs, it differs, too.
 */
public record ReportFingerprint(long high, long low) {

    /** Stands for what differs: a byte that JSON does not have, so that no two reports make one. */
    private static final byte DIFFERS = 0;

    /**
     * One value that differs each time.
     *
     * @param from its first byte
     * @param to the byte after it
     */
    public record Cut(int from, int to) {}

    /**
     * Of a report.
     *
     * @param json in UTF-8
     * @param cuts in their order; none within another
     */
    public static ReportFingerprint of(byte[] json, List<Cut> cuts) {
        MessageDigest digest = TextDigest.sha256();
        int done = 0;
        for (Cut cut : cuts) {
            digest.update(json, done, cut.from() - done);
            digest.update(DIFFERS);
            done = cut.to();
        }
        digest.update(json, done, json.length - done);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new ReportFingerprint(hash.getLong(), hash.getLong());
    }
}
