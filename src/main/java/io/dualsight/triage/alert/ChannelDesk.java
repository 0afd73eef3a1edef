package io.dualsight.triage.alert;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.Audit;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.identity.Caller;
import io.dualsight.triage.Channel;
import io.dualsight.triage.Channels;
import io.dualsight.triage.WantedChannel;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps channels, and writes down who set them up. */
@Component
class ChannelDesk implements Channels {

    private final ChannelTable table;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ChannelDesk(ChannelTable table, Outbox outbox, Audit audit, Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Channel> all() {
        return table.all();
    }

    @Override
    @Transactional
    public void add(Caller.Person admin, WantedChannel asked) {
        WantedChannel wanted = asked.stripped();
        wanted.check();
        String name = String.valueOf(wanted.name());
        if (table.isNamed(name)) {
            throw new BadFieldsException(List.of(new FieldError("name", name, "a name that no other channel has")));
        }
        table.insert(wanted, clock.instant());
        audit.write(admin.name(), "channel-made", "channel " + name, null);
    }

    @Override
    @Transactional
    public boolean delete(Caller.Person admin, long id) {
        audit.write(admin.name(), "channel-deleted", "channel " + id, null);
        return table.delete(id);
    }

    @Override
    @Transactional
    public boolean enable(Caller.Person admin, long id, boolean enabled) {
        audit.write(admin.name(), enabled ? "channel-enabled" : "channel-disabled", "channel " + id, null);
        return table.enable(id, enabled);
    }

    @Override
    @Transactional
    public boolean test(Caller.Person admin, long id) {
        if (table.find(id).isEmpty()) {
            return false;
        }
        audit.write(admin.name(), "channel-tested", "channel " + id, null);
        outbox.test(id);
        return true;
    }

    @Override
    @Transactional
    public boolean retry(Caller.Person admin, long id) {
        audit.write(admin.name(), "channel-retried", "channel " + id, null);
        table.revive(id, clock.instant());
        return table.find(id).isPresent();
    }
}
