package io.dualsight.triage;

import io.dualsight.identity.Caller;
import java.util.List;

/** Who is told of findings. */
public interface Channels {

    /** All, by name, with how they are doing. */
    List<Channel> all();

    /**
     * Makes one.
     *
     * @throws io.dualsight.identity.BadFieldsException naming the fields that are wrong
     */
    void add(Caller.Person admin, WantedChannel wanted);

    /** Forgets one with all that waits for it; whether there was such. */
    boolean delete(Caller.Person admin, long id);

    /** Stops telling one, or tells it again; whether there is such. */
    boolean enable(Caller.Person admin, long id, boolean enabled);

    /** Sends one a test within seconds; whether there is such. */
    boolean test(Caller.Person admin, long id);

    /** Tries one's dead letters again; whether there is such. */
    boolean retry(Caller.Person admin, long id);
}
