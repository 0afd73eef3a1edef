package io.dualsight.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool that a connection to an H2 file which was let go of is no good. The pool itself knows no such errors, and
 * tests no connection that was used half a second ago.
 */
final class ClosedFile implements SQLExceptionOverride {

    /** H2's codes for: called at shutdown, is closed, object closed, connection broken. */
    private static final Set<Integer> CLOSED = Set.of(90121, 90098, 90007, 90067);

    @java.lang.Override // the interface has an Override of its own
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        boolean closed = CLOSED.contains(failure.getErrorCode());
        return closed ? SQLExceptionOverride.Override.MUST_EVICT : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
