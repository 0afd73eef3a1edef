package io.dualsight.cluster;

/** Two consoles on Fabric8's mock. */
class ReplicasOnMockTests extends ReplicaContract {

    @Override
    Api server() {
        return new MockApi();
    }
}
