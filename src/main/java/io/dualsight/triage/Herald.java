package io.dualsight.triage;

import java.util.List;

/** Is told, in the transaction that makes it so, what others may want to hear of. */
public interface Herald {

    /** What happened; may be nothing. */
    void tell(List<Tiding> tidings);
}
