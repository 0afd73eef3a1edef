package io.dualsight.triage.alert;

import io.dualsight.triage.ChannelKind;

/** One way to tell a channel. */
interface Sender {

    ChannelKind kind();

    /**
     * Tells it.
     *
     * @throws UndeliveredException where it is not known to have arrived
     */
    void send(Notice notice);
}
