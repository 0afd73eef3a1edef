package io.dualsight.cluster;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A watch on Fabric8's mock. */
@Execution(ExecutionMode.CONCURRENT)
class WatchOnMockTests extends WatchContract {

    @Override
    Api server() {
        return new MockApi();
    }
}
