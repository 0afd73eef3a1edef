package io.dualsight.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the addresses in what people wrote. Everything else stays text, whatever it looks like. */
final class PlainText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`\\\\{}|^]+", Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static List<FindingDetails.Piece> pieces(String text) {
        List<FindingDetails.Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            // A full stop or bracket behind an address ends the sentence, not the address.
            String found = address.group().replaceFirst("[.,;:!?)\\]]+$", "");
            if (isGood(found)) {
                add(pieces, text.substring(from, address.start()));
                pieces.add(new FindingDetails.Piece(found, found));
                from = address.start() + found.length();
            }
        }
        add(pieces, text.substring(from));
        return pieces;
    }

    private static void add(List<FindingDetails.Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new FindingDetails.Piece(text, null));
        }
    }

    private static boolean isGood(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
