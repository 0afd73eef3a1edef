package io.dualsight.cluster;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two consoles on Fabric8's mock. */
@Execution(ExecutionMode.CONCURRENT)
class ReplicasOnMockTests extends ReplicaContract {

    @Override
    Api server() {
        return new MockApi();
    }
}
