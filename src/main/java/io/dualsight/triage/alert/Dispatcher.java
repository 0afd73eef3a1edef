package io.dualsight.triage.alert;

import io.dualsight.triage.Channel;
import io.dualsight.triage.ChannelKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox: one notification a channel and turn, with everything that is due. What does not arrive
 * is tried again, each time after twice as long. Channels are served side by side, so that a slow receiver holds up
 * nobody but itself.
 */
@Component
class Dispatcher {

    /** Lines of one notification; more go with the next one. */
    static final int MOST = 200;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;

    /** Longer than any attempt takes; a console that dies holds a channel up for so long. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final Turns turns;
    private final ChannelTable channels;
    private final Map<ChannelKind, Sender> senders = new EnumMap<>(ChannelKind.class);
    private final AlertSettings settings;
    private final Executor threads;
    private final Clock clock;

    Dispatcher(
            Turns turns,
            ChannelTable channels,
            List<Sender> senders,
            AlertSettings settings,
            @Qualifier("applicationTaskExecutor") Executor threads,
            Clock clock) {
        this.threads = threads;
        this.turns = turns;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
        senders.forEach(sender -> this.senders.put(sender.kind(), sender));
    }

    @Scheduled(fixedDelayString = "PT2S")
    public void dispatch() {
        turns.due(clock.instant()).forEach(channel -> threads.execute(() -> serve(channel)));
    }

    private void serve(long channel) {
        Instant now = clock.instant();
        if (turns.take(channel, now, now.plus(LEASE))) {
            channels.find(channel).ifPresent(this::serve);
        }
    }

    private void serve(Channel channel) {
        List<Message> messages = turns.messages(channel.id(), clock.instant(), MOST);
        if (messages.isEmpty()) {
            turns.giveBack(channel.id(), clock.instant(), null);
            return;
        }
        try {
            Sender sender = senders.get(channel.to().kind());
            if (sender == null) {
                throw new UndeliveredException("nothing sends " + channel.to().kind());
            }
            sender.send(notice(channel, messages));
            turns.sent(messages);
            Instant now = clock.instant();
            turns.giveBack(channel.id(), now.plus(settings.every()), now);
        } catch (UndeliveredException e) {
            Instant again =
                    clock.instant().plus(wait(turns.attempts(messages.get(0).id())));
            turns.failed(messages, shortened(String.valueOf(e.getMessage())), again, settings.attempts());
            turns.giveBack(channel.id(), clock.instant().plus(settings.every()), null);
        }
    }

    private Notice notice(Channel channel, List<Message> messages) {
        byte[] first = (channel.id() + " " + messages.get(0).id()).getBytes(StandardCharsets.UTF_8);
        return new Notice(
                UUID.nameUUIDFromBytes(first),
                channel.to().target(),
                channels.secret(channel.id()),
                messages,
                settings.consoleUrl().replaceFirst("/+$", ""));
    }

    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String shortened(String error) {
        String clean = error.replaceAll("\\p{Cntrl}", " ");
        return clean.substring(0, Math.min(clean.length(), LONGEST_ERROR));
    }
}
