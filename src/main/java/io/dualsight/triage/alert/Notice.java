package io.dualsight.triage.alert;

import io.dualsight.rule.RuleTexts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A notification: everything that a channel is told at once.
 *
 * @param id the same for each attempt, so that a receiver knows one that it has
 * @param target where to
 * @param secret with which it is signed; empty = it is not
 * @param messages the oldest first
 * @param console what links begin with; empty = there are none
 */
record Notice(UUID id, String target, String secret, List<Message> messages, String console) {

    String subject() {
        Message first = messages.get(0);
        String more = messages.size() == 1 ? "" : " and " + (messages.size() - 1) + " more";
        return "[Dualsight] " + first.kind() + ": " + title(first) + " on "
                + first.node().node() + more;
    }

    static String title(Message message) {
        return message.kind().equals(Message.TEST)
                ? "A test of this channel"
                : RuleTexts.of(Locale.ENGLISH).title(message.rule());
    }

    /** Empty where the console does not know its own address. */
    String link(Message message) {
        return console.isEmpty() || message.finding() == null ? "" : console + "/findings/" + message.finding();
    }
}
